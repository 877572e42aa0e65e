using System.Reflection;
using System.Text;
using KapFunctions.Content.Themes;

namespace KapFunctions.Site.Theme;

/// <summary>The theme that is embedded in the assembly: what a site looks like without one of its own.</summary>
internal static class BuiltInTheme
{
    private const string Prefix = "theme/";

    private static readonly Dictionary<string, byte[]> Files = typeof(BuiltInTheme)
        .Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name.Replace('\\', '/')[Prefix.Length..], Read);

    public static IReadOnlyDictionary<string, string> Templates { get; } =
        Files
            .Where(file => ThemePaths.IsTemplate(file.Key))
            .ToDictionary(file => ThemePaths.TemplateName(file.Key), file => Encoding.UTF8.GetString(file.Value));

    public static IReadOnlyDictionary<string, byte[]> Assets { get; } =
        Files.Where(file => !ThemePaths.IsTemplate(file.Key)).ToDictionary();

    public static TemplateSet Compiled { get; } = new(Templates);

    private static byte[] Read(string resource)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
