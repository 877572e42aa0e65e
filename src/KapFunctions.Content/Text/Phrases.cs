using System.Collections.Frozen;
using System.Text.Json;

namespace KapFunctions.Content.Text;

/// <summary>What pages and texts say beside an author's words, by language.</summary>
public static class Phrases
{
    private const string Prefix = "phrases/";

    private const string AlertPrefix = "alert_";

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> ByLanguage = typeof(Phrases)
        .Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..], Read, StringComparer.OrdinalIgnoreCase);

    /// <summary>Of a language tag such as <c>pt-BR</c>; in English where its language is not known.</summary>
    public static IReadOnlyDictionary<string, string> In(string language) =>
        ByLanguage.GetValueOrDefault(language.Split('-')[0], ByLanguage["en"]);

    /// <summary>The title of a box whose author gave it none; a kind that is not known is its own title.</summary>
    internal static string OfAlert(string kind, string language)
    {
        var name = kind.ToLowerInvariant();
        return In(language).GetValueOrDefault(AlertPrefix + name)
            ?? string.Concat(kind[..1].ToUpperInvariant(), name.AsSpan(1));
    }

    /// <summary>Whether a box of this kind has such a title by itself, in some language.</summary>
    internal static bool IsOfAlert(string kind, string title) =>
        title.Equals(kind, StringComparison.OrdinalIgnoreCase)
        || ByLanguage.Values.Any(phrases =>
            phrases.GetValueOrDefault(AlertPrefix + kind.ToLowerInvariant()) is { } own
            && title.Equals(own, StringComparison.OrdinalIgnoreCase)
        );

    private static FrozenDictionary<string, string> Read(string resource)
    {
        using var file = typeof(Phrases).Assembly.GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!.ToFrozenDictionary();
    }
}
