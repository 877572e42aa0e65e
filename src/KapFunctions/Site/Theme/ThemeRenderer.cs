using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;

namespace KapFunctions.Site.Theme;

/// <summary>
/// Fills in Liquid templates (https://shopify.github.io/liquid/): the page's own, then the layout around it. Every value
/// is escaped, except where a template says <c>raw</c>, which the built-in ones say of sanitised HTML only.
/// </summary>
public sealed class ThemeRenderer
{
    private const string Layout = "layout";

    /// <summary>No page needs as many; a template that loops for ever ends here.</summary>
    private const int MaxSteps = 200_000;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly FrozenDictionary<string, IFluidTemplate> templates;
    private readonly TemplateOptions options = new() { MaxSteps = MaxSteps };
    private readonly ThemeFiles files;

    /// <summary>Compiles the templates.</summary>
    /// <exception cref="InvalidOperationException">A built-in template cannot be read.</exception>
    public ThemeRenderer(ThemeFiles files)
    {
        this.files = files;
        var parser = new FluidParser();
        templates = files.Templates.ToFrozenDictionary(
            template => template.Key,
            template =>
                parser.TryParse(template.Value, out var compiled, out var error)
                    ? compiled
                    : throw new InvalidOperationException($"The template {template.Key} cannot be read: {error}")
        );
    }

    /// <summary>The whole page.</summary>
    public string Render(string template, Dictionary<string, object?> page)
    {
        page["assets"] = files.Addresses;
        page["content"] = Fill(template, page);
        return Fill(Layout, page);
    }

    private string Fill(string template, Dictionary<string, object?> page)
    {
        var context = new TemplateContext(options);
        foreach (var (name, value) in page)
        {
            context.SetValue(name, value);
        }

        return templates[template].Render(context, Encoder);
    }
}
