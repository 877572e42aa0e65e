using KapFunctions.Content.Html;
using KapFunctions.Content.Links;
using KapFunctions.Content.Rendering;
using Markdig.Extensions.GenericAttributes;
using Markdig.Helpers;
using Markdig.Renderers.Html;

namespace KapFunctions.Content.Elements;

/// <summary>Reads attributes in braces, and keeps those of an allow-list.</summary>
internal static class SafeAttributes
{
    private const int MaxLength = 1000;

    public static bool TryRead(ref StringSlice slice, out HtmlAttributes allowed)
    {
        allowed = new();
        // "{{" and "{%" are template code, "${" is a shell variable.
        if (
            slice.PeekChar() is not (' ' or '#' or '.' or ':' or (>= 'a' and <= 'z'))
            || Inside(slice) is not { } inside
            || (inside[0] == ' ' && !IsSetIn(inside.AsSpan().Trim()))
        )
        {
            return false;
        }
        // Kramdown's braces begin with a colon, which Markdig takes for a name.
        var isKramdown = inside.AsSpan().TrimStart() is [':', ..];
        var braces = new StringSlice("{" + (isKramdown ? inside.TrimStart()[1..] : inside.Trim()) + "}");
        if (!GenericAttributesParser.TryParse(ref braces, out var written) || !(Keep(written, allowed) || isKramdown))
        {
            return false;
        }
        slice.Start += inside.Length + 2;
        return true;
    }

    /// <summary>What stands in braces that close soon: Markdig reads up to the end of the paragraph for each brace.</summary>
    private static string? Inside(StringSlice slice)
    {
        var inside = slice.AsSpan()[1..];
        var end = inside[..Math.Min(inside.Length, MaxLength)].IndexOfAny("{}\n");
        return end > 0 && inside[end] == '}' ? inside[..end].ToString() : null;
    }

    /// <summary>As Python's Markdown sets them, <c>{ .wide }</c>; other words between braces are text.</summary>
    private static bool IsSetIn(ReadOnlySpan<char> inside) =>
        inside is ['.' or '#' or ':', >= 'A', ..] || (inside is [>= 'a' and <= 'z', ..] && inside.Contains('='));

    private static bool Keep(HtmlAttributes written, HtmlAttributes allowed)
    {
        if (written.Id is { } id && Anchor.Of(id) is { Length: > 0 } anchor)
        {
            allowed.Id = anchor;
        }
        foreach (var name in written.Classes ?? [])
        {
            if (AttributeRules.IsClass(name))
            {
                allowed.AddClass(name);
            }
        }
        foreach (var (name, value) in written.Properties ?? [])
        {
            if (value is not null && AttributeRules.Value(name, value) is { } safe)
            {
                allowed.AddProperty(name.ToLowerInvariant(), safe);
            }
        }
        if (IsHidden(written))
        {
            allowed.AddProperty("hidden", "");
        }
        return HasAny(allowed) || IsExplicit(written);
    }

    private static bool IsHidden(HtmlAttributes written) =>
        HiddenElement.AreClasses(written.Classes ?? [])
        || (written.Properties ?? []).Exists(property =>
            property is { Key: "hidden", Value: not "false" }
            || property is { Key: "style", Value: { } style } && HiddenElement.IsStyle(style)
        );

    public static bool HasAny(HtmlAttributes attributes) =>
        attributes.Id is not null || attributes.Classes is { Count: > 0 } || attributes.Properties is { Count: > 0 };

    /// <summary>What can only have been meant as attributes goes even where nothing of it stays; a word in braces does not.</summary>
    private static bool IsExplicit(HtmlAttributes written) =>
        written.Properties?.Exists(property => property.Value is not null) ?? false;
}
