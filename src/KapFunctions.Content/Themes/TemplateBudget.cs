using System.Globalization;
using Fluid;

namespace KapFunctions.Content.Themes;

/// <summary>How many characters one template may still write, capture and put through filters for one page.</summary>
internal sealed class TemplateBudget
{
    private const string Key = "kap-budget";

    private int left = ThemeLimits.Characters;

    public static TemplateBudget GrantTo(TemplateContext context)
    {
        var budget = new TemplateBudget();
        context.AmbientValues[Key] = budget;
        return budget;
    }

    public static TemplateBudget Of(TemplateContext context) => (TemplateBudget)context.AmbientValues[Key];

    /// <exception cref="TemplateFailedException">Nothing is left.</exception>
    public void Spend(long characters)
    {
        if (characters > left)
        {
            throw new TemplateFailedException(
                $"The template handles more than {ThemeLimits.Characters} characters for one page"
            );
        }

        left -= (int)characters;
    }
}

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
