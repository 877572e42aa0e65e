using KapFunctions.Query.Nql;
using KapFunctions.Query.Replicas;

namespace KapFunctions.Delivery.Lists;

/// <summary>Which posts readers of a language are shown in lists.</summary>
internal static class PostLanguages
{
    /// <summary>Of what stands at the root; null where the site lists none, and all posts are one list.</summary>
    public static string? FirstOf(View view) => view.Site.Settings.Languages is [var first, ..] ? first.Tag : null;

    /// <summary>A condition of NQL.</summary>
    public static string Having(string field, string value) => $"{field}:{NqlText.Quote(value)}";

    /// <summary>Those in the language that meet the condition; null is any.</summary>
    public static NqlFilter? Filter(string? language, string? condition = null)
    {
        string?[] conditions = [condition, language is null ? null : Having("lang", language)];
        return string.Join('+', conditions.OfType<string>()) is { Length: > 0 } filter
            ? NqlFilter.ParsePosts(filter).Filter
            : null;
    }
}
