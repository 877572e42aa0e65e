using System.Globalization;
using System.Text.RegularExpressions;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Generators;

/// <summary>Parts of a text in which nothing is template code, out of the way of the patterns that look for some.</summary>
internal sealed partial class SetApart
{
    private readonly List<string> kept = [];

    /// <summary>What stands for the part until <see cref="Restore"/>.</summary>
    public string Take(string part)
    {
        kept.Add(part);
        return string.Create(CultureInfo.InvariantCulture, $"\uE002{kept.Count - 1}\uE003");
    }

    /// <summary>Fenced code, as a whole.</summary>
    public string TakeFences(string text) => Fence().Replace(text, match => Take(match.Value));

    /// <summary>Parts that are not in code are written so that their braces are text.</summary>
    public void EscapeIn(string text)
    {
        foreach (Match mark in Mark().Matches(text))
        {
            var index = int.Parse(mark.Groups["n"].ValueSpan, CultureInfo.InvariantCulture);
            var line = text.AsSpan(0, mark.Index);
            line = line[(line.LastIndexOf('\n') + 1)..];
            if (index < kept.Count && line.Count('`') % 2 == 0 && !kept[index].Contains('`', StringComparison.Ordinal))
            {
                kept[index] = Braces().Replace(kept[index], @"\{");
            }
        }
    }

    /// <summary>Fenced code may hold parts that were set apart before it.</summary>
    public string Restore(string text)
    {
        for (var i = 0; i < 3 && text.Contains('\uE002', StringComparison.Ordinal); i++)
        {
            text = Mark()
                .Replace(
                    text,
                    mark =>
                        int.TryParse(mark.Groups["n"].ValueSpan, CultureInfo.InvariantCulture, out var index)
                        && index < kept.Count
                            ? kept[index]
                            : ""
                );
        }
        return text;
    }

    [GeneratedRegex("\uE002(?<n>[0-9]{1,6})\uE003", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\{(?=[{%<#])|(?<=\{)\{", RegexOptions.CultureInvariant)]
    private static partial Regex Braces();

    [GeneratedRegex(
        @"^(?<indent>[ \t>]*)(?<fence>`{3,}|~{3,})[^\n`]*\n(.*?\n)??[ \t>]*\k<fence>[`~]*[ \t]*$",
        RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex Fence();
}
