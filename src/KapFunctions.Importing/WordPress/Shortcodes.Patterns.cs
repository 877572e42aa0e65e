using System.Text.RegularExpressions;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.WordPress;

internal sealed partial class Shortcodes
{
    [GeneratedRegex(
        @"\[\[?(?<name>[A-Za-z][\w-]{0,40})(?<attributes>([\s=](""[^""]*""|'[^']*'|[^\]""'])*)?)(?<self>/)?\]\]?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"(?<!\[)\[(?<name>code|sourcecode|source|language|php|css|javascript|js|python|ruby|java|csharp|sql|bash|xml|html)(?<attributes>[\s=][^\]]*)?\](?<content>.*?)\[/\k<name>\]",
        RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.Singleline
            | RegexOptions.IgnoreCase,
        Patience.Milliseconds
    )]
    private static partial Regex CodeWhole();

    [GeneratedRegex(
        @"(?<![a-z])(wp|gravity)?forms?(?![a-z])|^mc4wp|newsletter|^contact$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex FormName();

    [GeneratedRegex(@"\[/(?<name>[A-Za-z][\w-]{0,40})\]", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Closing();

    [GeneratedRegex(
        @"((?<name>[\w-]+)\s*=\s*|=)?(""(?<value>[^""]*)""|'(?<value>[^']*)'|(?<value>[^\s""'=][^\s""']*))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex Attribute();

    [GeneratedRegex(
        @"(<a\b[^>]*>\s*)?<img\b[^>]*>(\s*</a>)?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex Picture();

    [GeneratedRegex(@"https?://[^\s<>""'\[\]]+", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Address();

    [GeneratedRegex(@"\A[\w-]{3,20}\z", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Id();

    [GeneratedRegex(
        @"<(?<name>pre|code|script|style)\b[^>]*>.*?</\k<name>>",
        RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.Singleline
            | RegexOptions.IgnoreCase,
        Patience.Milliseconds
    )]
    private static partial Regex Verbatim();
}
