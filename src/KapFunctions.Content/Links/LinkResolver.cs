using System.Buffers;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Links;

/// <summary>From an address as written to what readers' browsers see. Browsers drop control characters and read a backslash as
/// a slash, so the same is done before anything is judged: https://url.spec.whatwg.org/#url-parsing</summary>
internal sealed class LinkResolver(string file)
{
    private static readonly SearchValues<char> BrowserDrops = SearchValues.Create("\t\n\r");
    private static readonly SearchValues<char> SchemeEnds = SearchValues.Create(":/?#\\");

    private readonly string folder = file[..(file.LastIndexOf('/') + 1)];

    public ContentLink Resolve(string written)
    {
        var url = Trim(written);
        if (TemplateCode.IsIn(url))
        {
            return new(LinkKind.Template, "");
        }
        return SchemeOf(url) switch
        {
            "http" or "https" => new(LinkKind.External, url.Replace('\\', '/')),
            "mailto" or "tel" or "sms" => new(LinkKind.Contact, url),
            "kap" => Placeholder.IsWellFormed(url) ? new(LinkKind.Content, url) : new(LinkKind.Unsafe, ""),
            not null => new(LinkKind.Unsafe, ""),
            null => Relative(url),
        };
    }

    /// <summary>A wiki link: a post by its title, file name or path, or a file below <c>media/</c> by its name or path.</summary>
    public ContentLink Wiki(string target)
    {
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var (name, fragment) = hash < 0 ? (target, "") : (target[..hash].Trim(), Fragment(LastPlace(target)));
        if (name.Length == 0)
        {
            return new(LinkKind.Site, fragment);
        }
        var path = name.Replace('\\', '/').TrimStart('/');
        if (path.StartsWith('.') && path.Contains('/', StringComparison.Ordinal))
        {
            return Relative(name + (hash < 0 ? "" : target[hash..]));
        }
        if (path.StartsWith("media/", StringComparison.Ordinal))
        {
            return Content(path, fragment);
        }
        var placeholder = MediaTypes.Of(path) is not null
            ? Placeholder.ForFile(folder.TrimEnd('/'), path)
            : Placeholder.ForTitle(WithoutEnding(path));
        return new(LinkKind.Content, placeholder + fragment);
    }

    /// <summary>Of <c>#Part#Section</c> the section is meant.</summary>
    private static string LastPlace(string target) => target[target.LastIndexOf('#')..];

    private static string WithoutEnding(string path) =>
        path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? path[..^3]
        : path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase) ? path[..^9]
        : path;

    private static string Trim(string written)
    {
        var url = WithoutParentheses(written)
            .Trim(
                "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\v\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f "
            );
        return url.IndexOfAny(BrowserDrops) < 0
            ? url.ToString()
            : string.Concat(url.ToString().Where(c => !BrowserDrops.Contains(c)));
    }

    /// <summary>People who type too many write <c>[text]((https://…))</c>.</summary>
    private static ReadOnlySpan<char> WithoutParentheses(string written) =>
        written.StartsWith("(http", StringComparison.Ordinal) && written.EndsWith(')')
            ? written.AsSpan()[1..^1]
            : written;

    /// <summary>In lower case; null for a relative address. What only looks like a scheme counts as an unsafe one.</summary>
    private static string? SchemeOf(string url)
    {
        var end = url.AsSpan().IndexOfAny(SchemeEnds);
        return end >= 0 && url[end] == ':' ? url[..end].ToLowerInvariant() : null;
    }

    private ContentLink Relative(string written)
    {
        var tail = written.AsSpan().IndexOfAny('?', '#');
        var path = (tail < 0 ? written : written[..tail]).Replace('\\', '/');
        var rest = tail < 0 ? "" : written[tail..];
        if (path.StartsWith("//", StringComparison.Ordinal))
        {
            return new(LinkKind.External, "https:" + path + rest);
        }
        if (path.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return new(LinkKind.External, "https://" + path + rest);
        }
        if (path.Length == 0)
        {
            return new(LinkKind.Site, rest.StartsWith('#') ? Fragment(rest) : rest);
        }
        return IsContent(path) ? Content(path, rest) : new(LinkKind.Site, path + rest);
    }

    /// <summary>Files of the container: below <c>/media/</c>, Markdown, and whatever stands beside the text and is no web page.</summary>
    private static bool IsContent(string path)
    {
        var ending = path[(path.LastIndexOf('/') + 1)..];
        var dot = ending.LastIndexOf('.');
        var extension = dot <= 0 ? "" : ending[(dot + 1)..].ToLowerInvariant();
        return extension switch
        {
            "" or "html" or "htm" or "php" or "aspx" or "asp" or "jsp" or "xml" => false,
            "md" or "markdown" => true,
            _ => path[0] != '/' || path.StartsWith("/media/", StringComparison.Ordinal),
        };
    }

    private ContentLink Content(string path, string rest)
    {
        var fromRoot = path[0] == '/' || path.StartsWith("media/", StringComparison.Ordinal);
        if (Resolve(fromRoot ? "" : folder, path) is not { } resolved)
        {
            return new(LinkKind.Outside, "");
        }
        var hash = rest.IndexOf('#', StringComparison.Ordinal);
        return new(LinkKind.Content, Placeholder.ForPath(resolved) + (hash < 0 ? "" : Fragment(rest[hash..])));
    }

    /// <summary>Null where the path leads out of the container.</summary>
    private static string? Resolve(string folder, string path)
    {
        var parts = new List<string>();
        foreach (var part in (folder + Unescape(path)).Split('/'))
        {
            switch (part)
            {
                case "" or ".":
                    break;
                case ".." when parts.Count == 0:
                    return null;
                case "..":
                    parts.RemoveAt(parts.Count - 1);
                    break;
                default:
                    parts.Add(part);
                    break;
            }
        }
        return string.Join('/', parts);
    }

    private static string Unescape(string path) =>
        path.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(path) : path;

    private static string Fragment(string withHash)
    {
        var id = Anchor.Of(Unescape(withHash[1..]));
        return id.Length == 0 ? "#" : "#" + Uri.EscapeDataString(id);
    }
}
