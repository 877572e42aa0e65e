using Fluid;
using Fluid.Values;

namespace KapFunctions.Content.Themes;

/// <summary>Liquid's filters, without those that make much of little or depend on the machine, each paid for from the budget.
/// https://shopify.github.io/liquid/filters/abs/ and following</summary>
internal static class TemplateFilters
{
    /// <summary>In characters.</summary>
    private const int ItemWeight = 16;

    /// <summary>They copy nothing.</summary>
    private static readonly HashSet<string> Free = ["raw", "default", "first", "last", "size"];

    private const string Paying = """
        abs append at_least at_most capitalize ceil compact concat date divided_by downcase escape escape_once floor join
        lstrip map minus modulo newline_to_br plus prepend remove remove_first remove_last replace replace_first
        replace_last reverse round rstrip slice sort sort_natural split strip strip_html strip_newlines time_zone times
        truncate truncatewords uniq upcase url_decode url_encode where
        """;

    public static IReadOnlySet<string> Names { get; } =
        Paying
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Concat(Free)
            .ToHashSet(StringComparer.Ordinal);

    public static void Keep(TemplateOptions options)
    {
        foreach (var (name, filter) in options.Filters.ToArray())
        {
            if (!Names.Contains(name))
            {
                options.Filters.Remove(name);
            }
            else if (!Free.Contains(name))
            {
                options.Filters.AddFilter(name, Paid(name, filter));
            }
        }
    }

    private static FilterDelegate Paid(string name, FilterDelegate filter) =>
        async (input, arguments, context) =>
        {
            context.IncrementSteps();
            var budget = TemplateBudget.Of(context);
            budget.Spend(CostOf(name, input, arguments));
            var result = await filter(input, arguments, context);
            budget.Spend(WeightOf(result));
            return result;
        };

    /// <summary>What must be paid before, since the filter makes it in one go.</summary>
    private static long CostOf(string name, FluidValue input, FilterArguments arguments)
    {
        var all = WeightOf(input) + Enumerable.Range(0, arguments.Count).Sum(i => WeightOf(arguments.At(i)));
        return name switch
        {
            "replace" when WeightOf(arguments.At(0)) is > 0 and var searched => all
                + WeightOf(input) / searched * WeightOf(arguments.At(1)),
            "split" => all * ItemWeight,
            "sort" or "sort_natural" => all * (1 + long.Log2(1 + all)),
            "join" when input is ArrayValue list => all
                + list.Values.Sum(WeightOf)
                + list.Values.Count * WeightOf(arguments.At(0)),
            "date" when HasWidth(arguments.At(0)) => throw new TemplateFailedException(
                "The filter date takes no widths of three digits"
            ),
            _ => all,
        };
    }

    private static long WeightOf(FluidValue value) =>
        value switch
        {
            StringValue text => text.ToStringValue().Length,
            ArrayValue list => (long)list.Values.Count * ItemWeight,
            _ => ItemWeight,
        };

    /// <summary>A width such as <c>%100000n</c> is filled up with that many characters.</summary>
    private static bool HasWidth(FluidValue format)
    {
        var digits = 0;
        foreach (var character in format.ToStringValue())
        {
            digits = char.IsAsciiDigit(character) ? digits + 1 : 0;
            if (digits == 3)
            {
                return true;
            }
        }

        return false;
    }
}
