using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using KapFunctions.Content.Themes;
using KapFunctions.Http;

namespace KapFunctions.Site.Theme;

/// <summary>Each under its own name, and under one made of its content, which is kept for good.</summary>
internal sealed partial class ThemeAssets
{
    // A picture as such, or a document that may do nothing: an SVG can hold scripts.
    private const string SvgPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    private readonly FrozenDictionary<string, (Answer Answer, string Address)> files;

    public ThemeAssets(IReadOnlyDictionary<string, byte[]> files)
    {
        this.files = files.ToFrozenDictionary(
            file => file.Key,
            file => (AnswerOf(file.Key, file.Value), $"/assets/{HashedName(file.Key, file.Value)}"),
            ThemeNames.Comparer
        );
        Addresses = this.files.ToFrozenDictionary(file => file.Key, file => file.Value.Address, ThemeNames.Comparer);
    }

    public IReadOnlyDictionary<string, string> Addresses { get; }

    /// <summary>The file that a page asks for; null where there is none. A page that is older or newer than this theme
    /// asks for another content's name: it gets the file as it is, and keeps it no longer than the page.</summary>
    public AnswerResult? Find(string name) => Find(name, name) ?? Find(Hash().Replace(name, "$1"), name);

    private AnswerResult? Find(string known, string asked) =>
        files.TryGetValue(known, out var file)
            ? new AnswerResult(file.Answer, $"/assets/{asked}" == file.Address ? Lifetime.Immutable : Lifetime.Usual)
            : null;

    private static Answer AnswerOf(string name, byte[] bytes)
    {
        var type = ThemePaths.TypeOf(name)!;
        var headers = type == "image/svg+xml" ? new AnswerHeaders(SvgPolicy) : null;
        return new(type, bytes, headers: headers, isKeptForGood: true);
    }

    private static string HashedName(string name, byte[] bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6));
        var ending = Path.GetExtension(name);
        return $"{name[..^ending.Length]}-{hash}{ending}";
    }

    [GeneratedRegex(@"-[0-9a-f]{12}(\.[a-z0-9]+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Hash();
}
