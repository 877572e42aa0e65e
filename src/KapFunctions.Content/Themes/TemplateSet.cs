using System.Collections.Frozen;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Fluid;
using Fluid.Ast;

namespace KapFunctions.Content.Themes;

/// <summary>Liquid templates (https://shopify.github.io/liquid/), compiled once and shared. Every value is escaped, except where a
/// template says <c>raw</c>; <see cref="ThemeLimits"/> bounds the steps, depth and text of each.</summary>
public sealed partial class TemplateSet
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly BoundedParser Parser = new();

    private readonly FrozenDictionary<string, IFluidTemplate> templates;
    private readonly TemplateOptions options;

    /// <summary>Names have no ending; templates with a fault are left out.</summary>
    public TemplateSet(IReadOnlyDictionary<string, string> texts)
        : this(texts, areOthersEmpty: false) { }

    private TemplateSet(IReadOnlyDictionary<string, string> texts, bool areOthersEmpty)
    {
        var compiled = texts.ToDictionary(text => text.Key, text => Compile(text.Value), ThemeNames.Comparer);
        templates = compiled
            .Where(one => one.Value.Template is not null)
            .ToFrozenDictionary(one => one.Key, one => one.Value.Template!, ThemeNames.Comparer);
        Faults = compiled
            .Where(one => one.Value.Fault is not null)
            .ToFrozenDictionary(one => one.Key, one => one.Value.Fault!);
        options = new()
        {
            MaxSteps = ThemeLimits.Steps,
            MaxRecursion = ThemeLimits.Recursion,
            StrictFilters = true,
            TimeZone = TimeZoneInfo.Utc,
            FileProvider = new TemplateFiles(texts, areOthersEmpty),
        };
        TemplateFilters.Keep(options);
    }

    /// <summary>Why templates were left out, by name.</summary>
    public IReadOnlyDictionary<string, TemplateFault> Faults { get; }

    /// <summary>Null where nothing is wrong with a template alone, tried on <see cref="ThemeSample"/>.</summary>
    public static TemplateFault? Check(string name, string text)
    {
        // What it includes may be uploaded later, so that counts as empty here.
        var alone = new TemplateSet(new Dictionary<string, string> { [name] = text }, areOthersEmpty: true);
        if (alone.Faults.TryGetValue(name, out var fault))
        {
            return fault;
        }

        try
        {
            alone.Render(name, ThemeSample.Page, new(TimeZoneInfo.Utc, DateTimeOffset.UnixEpoch));
            return null;
        }
        catch (TemplateFailedException failure)
        {
            return new(1, 1, failure.Message);
        }
    }

    /// <exception cref="TemplateFailedException">It went beyond a limit, or asked for what is not there.</exception>
    public string Render(string name, IReadOnlyDictionary<string, object?> values, TemplateClock clock)
    {
        if (!templates.TryGetValue(name, out var template))
        {
            throw new TemplateFailedException($"There is no template {name}");
        }

        var context = new TemplateContext(options) { TimeZone = clock.Zone, Now = () => clock.Now };
        using var writer = new BudgetedWriter(TemplateBudget.GrantTo(context, GivenIn(values)));
        foreach (var (key, value) in values)
        {
            context.SetValue(key, value);
        }

        try
        {
            // Nothing in a template waits for anything, so this is done when it returns.
            template.RenderAsync(writer, Encoder, context).AsTask().GetAwaiter().GetResult();
            return writer.ToString();
        }
        catch (FileNotFoundException missing)
        {
            throw new TemplateFailedException($"There is no template {missing.Message} to include", missing);
        }
        catch (InvalidOperationException failure)
            when (failure.Message.StartsWith("The maximum level", StringComparison.Ordinal))
        {
            throw new TemplateFailedException(
                $"The template runs more than {ThemeLimits.Steps} statements for one page, or holds more than {ThemeLimits.Recursion} templates inside each other",
                failure
            );
        }
        catch (Exception failure) when (failure is not (TemplateFailedException or OutOfMemoryException))
        {
            // The template engine throws whatever its filters do; all of it is the template's.
            throw new TemplateFailedException(failure.Message.TrimEnd('.'), failure);
        }
    }

    /// <summary>Characters of the texts that a template may only pass on: they are bounded where they come from.</summary>
    private static long GivenIn(object? value) =>
        value switch
        {
            string text => text.Length,
            IReadOnlyDictionary<string, object?> values => values.Values.Sum(GivenIn),
            IEnumerable<object?> values => values.Sum(GivenIn),
            _ => 0,
        };

    private static (IFluidTemplate? Template, TemplateFault? Fault) Compile(string text) =>
        Parser.TryParse(text, out var template, out var error) ? (template, null) : (null, FaultOf(error));

    /// <summary>The parser's message ends with its place, and with the line of source, which the reader has.</summary>
    private static TemplateFault FaultOf(string error)
    {
        var place = Place().Match(error);
        return place.Success
            ? new(Number(place.Groups[1]), Number(place.Groups[2]), error[..place.Index].Trim().TrimEnd('.'))
            : new(1, 1, error.Split('\n')[0].Trim().TrimEnd('.'));
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, provider: CultureInfo.InvariantCulture);

    [GeneratedRegex(@" at \(([0-9]{1,6}):([0-9]{1,6})\)", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}

/// <summary><c>Zone</c> is the site's, in which templates write dates; <c>Now</c> is what they call <c>now</c>.</summary>
public sealed record TemplateClock(TimeZoneInfo Zone, DateTimeOffset Now);
