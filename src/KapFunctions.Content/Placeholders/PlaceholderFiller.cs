using System.Globalization;
using System.Net;
using KapFunctions.Content.Links;

namespace KapFunctions.Content.Placeholders;

/// <summary>What a placeholder stands for today.</summary>
/// <param name="Url">Without a fragment.</param>
/// <param name="Width">Of a picture, in pixels.</param>
/// <param name="Height">Of a picture, in pixels.</param>
/// <param name="Sources">A picture's <c>srcset</c>; null for none.</param>
/// <param name="Size">In bytes; null where not known.</param>
public readonly record struct ResolvedPlaceholder(
    string Url,
    int? Width = null,
    int? Height = null,
    string? Sources = null,
    long? Size = null
);

/// <summary>A plain scan for <c>"kap:</c>, since a double quote in a body always delimits an attribute. A link whose target is gone
/// loses its address and stays as text; a picture leaves its alternative text.</summary>
public static class PlaceholderFiller
{
    private const string Mark = "\"" + Placeholder.Scheme;

    /// <summary>The same string where it holds no placeholder.</summary>
    /// <param name="html">The HTML of a body.</param>
    /// <param name="resolve">Gets a placeholder without its fragment; null where nothing stands there.</param>
    public static string Fill(string html, Func<string, ResolvedPlaceholder?> resolve)
    {
        if (!html.Contains(Mark, StringComparison.Ordinal))
        {
            return html;
        }
        var output = new StringWriter(new(html.Length + 256), CultureInfo.InvariantCulture);
        Fill(html, resolve, output);
        return output.ToString();
    }

    /// <summary>Writes the body to <paramref name="output"/> with each placeholder replaced.</summary>
    public static void Fill(ReadOnlySpan<char> html, Func<string, ResolvedPlaceholder?> resolve, TextWriter output)
    {
        while (html.IndexOf(Mark, StringComparison.Ordinal) is >= 0 and var quote)
        {
            var value = html[(quote + 1)..];
            var length = value.IndexOf('"');
            if (length < 0)
            {
                break;
            }
            Replace(html[..quote], value[..length], resolve, value[(length + 1)..], output);
            html = value[(length + 1)..];
        }
        output.Write(html);
    }

    private static void Replace(
        ReadOnlySpan<char> before,
        ReadOnlySpan<char> value,
        Func<string, ResolvedPlaceholder?> resolve,
        ReadOnlySpan<char> after,
        TextWriter output
    )
    {
        var hash = value.IndexOf('#');
        var placeholder = (hash < 0 ? value : value[..hash]).ToString();
        if (resolve(placeholder) is not { } resolved)
        {
            output.Write(before[..before.LastIndexOf(' ')]);
            return;
        }
        output.Write(before);
        output.Write('"');
        output.Write(WebUtility.HtmlEncode(resolved.Url));
        output.Write(hash < 0 ? [] : value[hash..]);
        output.Write('"');
        ImageAttributes.Write(resolved, before, after, output);
    }
}
