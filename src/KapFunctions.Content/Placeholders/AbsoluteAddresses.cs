using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace KapFunctions.Content.Placeholders;

/// <summary>Makes every address in a body absolute, for readers who see it elsewhere: a feed reader and another website know
/// nothing of the page it stood on.</summary>
public static partial class AbsoluteAddresses
{
    // Of the attributes that hold addresses, in characters, with the blank before it.
    private const int LongestName = 7;

    /// <summary>The same string where nothing is relative. A fragment alone stays, since its target comes along; what is no
    /// address loses its attribute.</summary>
    /// <param name="html">A finished body, in which a double quote always delimits an attribute.</param>
    /// <param name="page">Where it stands, which relative addresses are relative to.</param>
    public static string In(string html, Uri page)
    {
        StringBuilder? output = null;
        var copied = 0;
        for (
            var open = html.IndexOf('"', StringComparison.Ordinal);
            open >= 0 && html.IndexOf('"', open + 1) is >= 0 and var close;
            open = html.IndexOf('"', close + 1)
        )
        {
            var name = NameBefore(html.AsSpan(0, open));
            var value = html.AsSpan(open + 1, close - open - 1);
            if (
                name is not ("href" or "src" or "srcset" or "poster" or "cite")
                || (name is not "srcset" && Stays(value))
            )
            {
                continue;
            }

            output ??= new(html.Length + 256);
            var given = WebUtility.HtmlDecode(value.ToString());
            if ((name is "srcset" ? Sources(given, page) : Absolute(given, page)) is { } absolute)
            {
                output.Append(html.AsSpan(copied, open + 1 - copied)).Append(WebUtility.HtmlEncode(absolute));
                copied = close;
            }
            else
            {
                // The blank before the name, the name and its sign.
                output.Append(html.AsSpan(copied, open - name.Length - 2 - copied));
                copied = close + 1;
            }
        }

        return output is null ? html : output.Append(html.AsSpan(copied)).ToString();
    }

    /// <summary>Of an attribute's value; empty where what stands before the quote is no name in a tag.</summary>
    private static ReadOnlySpan<char> NameBefore(ReadOnlySpan<char> before)
    {
        if (before is not [.. var start, '='])
        {
            return [];
        }

        var near = start.Length > LongestName ? start[^LongestName..] : start;
        var blank = near.LastIndexOf(' ');
        return blank < 0 ? [] : near[(blank + 1)..];
    }

    private static bool Stays(ReadOnlySpan<char> address) => address.StartsWith('#') || Scheme().IsMatch(address);

    /// <summary>Null for what no address can be made of.</summary>
    private static string? Absolute(string address, Uri page) =>
        Stays(address) ? address
        // Read as a relative one by all means: Unix takes what begins with a slash for a file.
        : Uri.TryCreate(address.Trim(), UriKind.Relative, out var relative)
        && Uri.TryCreate(page, relative, out var absolute)
            ? absolute.AbsoluteUri
        : null;

    /// <summary>A list of <c>address 480w</c>; candidates that are none are left out.</summary>
    private static string? Sources(string list, Uri page)
    {
        var candidates = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(candidate => candidate.Split(' ', 2, StringSplitOptions.TrimEntries))
            .Select(parts =>
                Absolute(parts[0], page) is { } absolute ? string.Join(' ', [absolute, .. parts[1..]]) : null
            )
            .OfType<string>()
            .ToArray();
        return candidates.Length > 0 ? string.Join(", ", candidates) : null;
    }

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9+.-]*:", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();
}
