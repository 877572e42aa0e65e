using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using KapFunctions.Http;

namespace KapFunctions.Site.Theme;

/// <summary>The built-in theme, as it is embedded in the assembly: templates, and files that pages load.</summary>
public sealed class ThemeFiles
{
    private const string Prefix = "theme/";
    private const string TemplateEnding = ".liquid";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, Answer> assets;
    private readonly FrozenDictionary<string, string> addresses;

    /// <summary>Reads the theme.</summary>
    public ThemeFiles()
    {
        var files = typeof(ThemeFiles)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(name => name[Prefix.Length..], Read);
        Templates = files
            .Where(file => file.Key.EndsWith(TemplateEnding, StringComparison.Ordinal))
            .ToFrozenDictionary(
                file => file.Key[..^TemplateEnding.Length],
                file => Encoding.UTF8.GetString(file.Value)
            );
        var loaded = files.Where(file => Types.ContainsKey(Path.GetExtension(file.Key))).ToArray();
        addresses = loaded.ToFrozenDictionary(file => file.Key, file => "/assets/" + HashedName(file.Key, file.Value));
        assets = loaded
            .SelectMany(file => new[] { file.Key, HashedName(file.Key, file.Value) }.Select(name => (name, file)))
            .ToFrozenDictionary(
                one => one.name,
                one => new Answer(Types[Path.GetExtension(one.file.Key)], one.file.Value)
            );
    }

    /// <summary>Sources of the templates, by name without ending.</summary>
    public FrozenDictionary<string, string> Templates { get; }

    /// <summary>Where each file is loaded from, by its own name.</summary>
    public IReadOnlyDictionary<string, string> Addresses => addresses;

    /// <summary>A file that pages load; null where there is none.</summary>
    public Answer? Find(string name) => assets.GetValueOrDefault(name);

    private static string HashedName(string name, byte[] bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6));
        return $"{Path.GetFileNameWithoutExtension(name)}-{hash}{Path.GetExtension(name)}";
    }

    private static byte[] Read(string resource)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
