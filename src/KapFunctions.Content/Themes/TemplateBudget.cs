using System.Globalization;
using Fluid;

namespace KapFunctions.Content.Themes;

/// <summary>How many characters one template may still write, capture, compare and put through filters for one page.</summary>
internal sealed class TemplateBudget(long characters)
{
    private const string Key = "kap-budget";

    private long left = characters;

    /// <summary>Gives the context a budget of its own, which grows with the text that the template is given.</summary>
    public static TemplateBudget GrantTo(TemplateContext context, long given)
    {
        var budget = new TemplateBudget(ThemeLimits.Characters + ThemeLimits.UsesOfGiven * given);
        context.AmbientValues[Key] = budget;
        return budget;
    }

    /// <summary>The budget of a context.</summary>
    public static TemplateBudget Of(TemplateContext context) => (TemplateBudget)context.AmbientValues[Key];

    /// <exception cref="TemplateFailedException">Nothing is left.</exception>
    public void Spend(long characters)
    {
        if (characters > left)
        {
            throw new TemplateFailedException(
                $"The template handles more than {ThemeLimits.Characters} characters of its own for one page"
            );
        }

        left -= characters;
    }
}

/// <summary>Text that a template writes, within its budget.</summary>
internal sealed class BudgetedWriter(TemplateBudget budget) : StringWriter(CultureInfo.InvariantCulture)
{
    public override void Write(char value)
    {
        budget.Spend(1);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        budget.Spend(count);
        base.Write(buffer, index, count);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        budget.Spend(buffer.Length);
        base.Write(buffer);
    }

    public override void Write(string? value)
    {
        budget.Spend(value?.Length ?? 0);
        base.Write(value);
    }
}
