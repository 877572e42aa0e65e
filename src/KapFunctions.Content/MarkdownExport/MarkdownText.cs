using System.Text;
using System.Text.RegularExpressions;

namespace KapFunctions.Content.MarkdownExport;

/// <summary>Text as Markdown or HTML that means just this text, whoever reads it.</summary>
internal static partial class MarkdownText
{
    public static string Escape(string text) =>
        WithoutEntities(Signs().Replace(Clean(text), @"\$0")).Replace("'", "&#39;", StringComparison.Ordinal);

    public static string Title(string? title) =>
        string.IsNullOrWhiteSpace(title)
            ? ""
            : $" \"{WithoutEntities(InTitle().Replace(OneLine(title).Trim(), @"\$0"))}\"";

    /// <summary>Text between HTML tags, where no Markdown is read but comments are taken out.</summary>
    public static string Html(string text) =>
        Clean(text)
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("%%", "&#37;&#37;", StringComparison.Ordinal)
            .Replace("{", "&#123;", StringComparison.Ordinal);

    public static string Attribute(string value) =>
        Html(OneLine(value)).Replace("\"", "&quot;", StringComparison.Ordinal);

    public static string OneLine(string text) => Blanks().Replace(Clean(text), " ");

    /// <summary>Without what marks an open address, and other characters that are no text.</summary>
    public static string Clean(string text) =>
        text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 ? text : ControlCharacters().Replace(text, "");

    /// <summary>Ampersands that would begin an entity are written as one.</summary>
    public static string WithoutEntities(string text) =>
        text.Contains('&', StringComparison.Ordinal) ? EntityLike().Replace(text, "&amp;") : text;

    /// <summary>The lines of a paragraph, none of which begins another kind of block.</summary>
    public static string Paragraph(string text)
    {
        var lines = new StringBuilder(text.Length);
        foreach (var line in text.Split('\n'))
        {
            var bare = line.Trim(' ', '\t');
            if (bare.StartsWith("\\[", StringComparison.Ordinal) && bare.EndsWith("\\]", StringComparison.Ordinal))
            {
                // A formula begins and ends like this.
                bare = "&#91;" + bare[2..];
            }
            if (bare.Length > 0)
            {
                lines
                    .Append(lines.Length > 0 ? "\n" : "")
                    .Append(LineStart().Replace(bare, @"${unseen}${number}\${sign}"));
            }
        }
        return lines.ToString();
    }

    /// <summary>What our dialect or another's reads within a line; an underscore inside a word is nothing.</summary>
    [GeneratedRegex(
        @"[\\`*\[\]<$|~^{""]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|=(?==)|(?<==)=|\+(?=\+)|(?<=\+)\+|-(?=-)|>(?=>)|(?<=>)>|%(?=%)|(?<=%)%|\.(?=\.\.)|!\z|:(?=[A-Za-z0-9_+-]+:)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Signs();

    [GeneratedRegex(@"[\\""]", RegexOptions.CultureInvariant)]
    private static partial Regex InTitle();

    [GeneratedRegex(@"&(?=#?[A-Za-z0-9]{1,31};)", RegexOptions.CultureInvariant)]
    private static partial Regex EntityLike();

    [GeneratedRegex(@"[\u0000-\u0008\u000b-\u001f]", RegexOptions.CultureInvariant)]
    private static partial Regex ControlCharacters();

    [GeneratedRegex(@"[ \t\n]+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(
        @"\A(?<unseen>[\u200B\u2060\uFEFF\u200E\u200F]*)(?<number>[0-9]{1,9}(?=[.)](\s|\z)))?(?<sign>[-+](?=\s|\z)|[#>=:]|-(?=-)|[!?](?=[!?]{2})|(?<=[0-9])[.)](?=\s|\z))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex LineStart();
}
