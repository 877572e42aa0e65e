using System.Collections.Concurrent;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Themes;

namespace KapFunctions.Site.Theme;

/// <summary>The theme at one moment: the built-in one, with the site's own files in the place of those of the same
/// name. A template that fails is replaced by the built-in one for that page, and noted.</summary>
internal sealed class SiteTheme
{
    private const string Layout = "layout";

    private readonly IReadOnlyDictionary<string, string> own;
    private readonly TemplateSet templates;
    private readonly ConcurrentDictionary<string, Problem> problems = new(StringComparer.Ordinal);

    /// <param name="files">The site's own, by their names.</param>
    /// <param name="accent">The site's colour; null for the theme's.</param>
    public SiteTheme(IReadOnlyDictionary<string, byte[]> files, string? accent)
    {
        own = files
            .Where(file => ThemePaths.IsTemplate(file.Key))
            .Select(file => (Name: ThemePaths.TemplateName(file.Key), Text: TextOf(file)))
            .Where(file => file.Text is not null)
            .ToDictionary(file => file.Name, file => file.Text!, ThemeNames.Comparer);
        templates = own.Count == 0 ? BuiltInTheme.Compiled : Compile();
        var assets = new Dictionary<string, byte[]>(BuiltInTheme.Assets, ThemeNames.Comparer);
        foreach (var (name, bytes) in files.Where(file => ThemePaths.TypeOf(file.Key) is not null))
        {
            assets[name] = bytes;
        }

        assets[ThemeStyle.Name] = ThemeStyle.Of(files, assets[ThemeStyle.Name], accent);
        Assets = new ThemeAssets(assets);
    }

    public static SiteTheme BuiltIn { get; } = new(new Dictionary<string, byte[]>(), accent: null);

    public ThemeAssets Assets { get; }

    /// <summary>What went wrong with its templates on pages, by path of the file.</summary>
    public IEnumerable<Problem> Problems => problems.Values.OrderBy(problem => problem.File, StringComparer.Ordinal);

    /// <summary>The whole page: its own template, then the layout around it.</summary>
    public string Render(string template, Dictionary<string, object?> page, TemplateClock clock)
    {
        page["assets"] = Assets.Addresses;
        page["template"] = template;
        page["content"] = Fill(template, page, clock);
        return Fill(Layout, page, clock);
    }

    private string Fill(string template, Dictionary<string, object?> page, TemplateClock clock)
    {
        try
        {
            return templates.Render(template, page, clock);
        }
        catch (TemplateFailedException failure) when (Blame(template) is { } file)
        {
            Note(file, new(1, 1, failure.Message));
            return BuiltInTheme.Compiled.Render(template, page, clock);
        }
    }

    // The site's own template that failed, or that the failed one includes; null for none.
    private string? Blame(string template) =>
        own.ContainsKey(template)
            ? template
            : own
                .Keys.Order(StringComparer.Ordinal)
                .FirstOrDefault(name =>
                    BuiltInTheme.Templates[template].Contains($"\"{name}\"", StringComparison.Ordinal)
                );

    private TemplateSet Compile()
    {
        var texts = new Dictionary<string, string>(BuiltInTheme.Templates, ThemeNames.Comparer);
        foreach (var (name, text) in own)
        {
            texts[name] = text;
        }

        // Each was tried when it was published, but by another version of this program, perhaps.
        foreach (var (name, fault) in new TemplateSet(texts).Faults)
        {
            Note(name, fault);
            texts.Remove(name);
            if (BuiltInTheme.Templates.TryGetValue(name, out var text))
            {
                texts[name] = text;
            }
        }

        return new(texts);
    }

    private void Note(string template, TemplateFault fault)
    {
        var path = $"{ThemePaths.Folder}{template}.liquid";
        problems.TryAdd(path, ThemeChecker.ProblemOf(path, fault));
    }

    private static string? TextOf(KeyValuePair<string, byte[]> file) => ThemeChecker.TextOf(new(file.Key, file.Value));
}
