using System.Text.Json;
using System.Text.RegularExpressions;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Generators;

/// <summary>The author's own lines stay as they are.</summary>
internal static partial class FrontMatterEdit
{
    /// <summary>Under a key that the file does not use yet.</summary>
    public static string AddAliases(string text, IReadOnlyList<string> aliases)
    {
        var key = ((string[])["aliases", "redirect_from", "redirects"]).FirstOrDefault(name => !Has(text, name));
        return key is null || aliases.Count == 0
            ? text
            : Insert(text, key, YamlText.List(aliases), JsonSerializer.Serialize(aliases));
    }

    /// <summary>Under a key that means an address whatever the site takes <c>aliases</c> for.</summary>
    public static string AddRedirect(string text, string alias)
    {
        var key = ((string[])["redirect_from", "redirects", "aliases"]).FirstOrDefault(name => !Has(text, name));
        return key is null
            ? text
            : Insert(text, key, YamlText.List([alias]), JsonSerializer.Serialize<string[]>([alias]));
    }

    /// <summary>A line at the top of the head.</summary>
    public static string Add(string text, string key, string value) =>
        Insert(text, key, YamlText.Of(value), JsonSerializer.Serialize(value));

    public static string SetSlug(string text, string slug)
    {
        var head = HeadOf(text);
        var without = SlugLine().Replace(head, "", 1);
        return Insert(without + text[head.Length..], "slug", slug, JsonSerializer.Serialize(slug));
    }

    private static bool Has(string text, string key) =>
        Regex.IsMatch(
            HeadOf(text),
            $"^\\s*\"?{key}\"?\\s*[:=]",
            RegexOptions.Multiline | RegexOptions.CultureInvariant
        );

    private static string Insert(string text, string key, string yaml, string json) =>
        text.StartsWith("---\n", StringComparison.Ordinal) ? $"---\n{key}: {yaml}\n{text[4..]}"
        : text.StartsWith("+++\n", StringComparison.Ordinal) ? $"+++\n{key} = {json}\n{text[4..]}"
        : text.StartsWith('{') ? $"{{\n\"{key}\": {json},{text[1..]}"
        : $"---\n{key}: {yaml}\n---\n\n{text}";

    private static string HeadOf(string text)
    {
        var fence = text.StartsWith("---\n", StringComparison.Ordinal) ? "\n---" : "\n+++";
        var end = text.StartsWith('{')
            ? text.IndexOf("\n}", StringComparison.Ordinal)
            : text.IndexOf(fence, Math.Min(3, text.Length), StringComparison.Ordinal);
        return end < 0 || text[0] is not ('-' or '+' or '{') ? "" : text[..end];
    }

    [GeneratedRegex(
        "^\\s*\"?slug\"?\\s*[:=].*\\n?",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex SlugLine();
}
