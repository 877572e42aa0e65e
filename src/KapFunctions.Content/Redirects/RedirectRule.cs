namespace KapFunctions.Content.Redirects;

/// <summary>What readers get at an address where nothing stands.</summary>
/// <param name="From">The path, as <see cref="Links.AddressKey"/> has it.</param>
/// <param name="IsPrefix">Whether it is meant with everything below it.</param>
/// <param name="Status">301, 302, 410 or 451.</param>
/// <param name="To">A path that begins with a slash, or an address; a star at its end stands for what lies below
/// <paramref name="From"/>. Null where readers are sent nowhere.</param>
/// <param name="Line">Where it is written, counted from 1.</param>
public sealed record RedirectRule(string From, bool IsPrefix, int Status, string? To, int Line)
{
    /// <summary>As its author may have written it.</summary>
    public string Shown => $"/{From}{(IsPrefix ? "/*" : "/")}";

    /// <summary>Where <paramref name="path"/>, which it applies to, leads; null for nowhere.</summary>
    internal string? TargetOf(string path)
    {
        if (To is not [.. var start, '*'])
        {
            return To;
        }

        var depth = IsPrefix ? From.Split('/', StringSplitOptions.RemoveEmptyEntries).Length : 0;
        var rest = path.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Skip(depth)
            .Select(part => Uri.EscapeDataString(Uri.UnescapeDataString(part)))
            .ToArray();
        return rest.Length == 0 ? start : $"{start}{string.Join('/', rest)}{(path.EndsWith('/') ? "/" : "")}";
    }
}

/// <summary>The rule that applies to a path, and where it leads; null for nowhere.</summary>
public readonly record struct RedirectMatch(RedirectRule Rule, string? Target);
