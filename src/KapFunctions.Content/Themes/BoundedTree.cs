using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace KapFunctions.Content.Themes;

/// <summary>A statement that counts as a step, and a loop that pays for its copy of the list.</summary>
internal sealed class CountedStatement(Statement inner) : Statement
{
    public override async ValueTask<Completion> WriteToAsync(
        TextWriter writer,
        TextEncoder encoder,
        TemplateContext context
    )
    {
        context.IncrementSteps();
        if (
            inner is ForStatement { Source: MemberExpression source }
            && await source.EvaluateAsync(context) is ArrayValue list
        )
        {
            TemplateBudget.Of(context).Spend(list.Values.Count);
        }

        return await inner.WriteToAsync(writer, encoder, context);
    }

    protected override Statement Accept(AstVisitor visitor) => visitor.VisitOtherStatement(this);
}

/// <summary>A range, which the engine makes as a whole before anything counts its rounds.</summary>
internal sealed class BoundedRange(RangeExpression inner) : Expression
{
    public static readonly string TooLong = $"A range has more than {ThemeLimits.RangeLength} numbers";

    public static decimal LengthOf(FluidValue from, FluidValue to) => to.ToNumberValue() - from.ToNumberValue() + 1;

    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var length = LengthOf(await inner.From.EvaluateAsync(context), await inner.To.EvaluateAsync(context));
        if (length > ThemeLimits.RangeLength)
        {
            throw new TemplateFailedException(TooLong);
        }

        TemplateBudget.Of(context).Spend((long)Math.Max(0, length));
        return await inner.EvaluateAsync(context);
    }

    protected override Expression Accept(AstVisitor visitor) => visitor.VisitOtherExpression(this);
}

/// <summary>A comparison, which may look at all of both sides.</summary>
internal sealed class PaidComparison(Expression left, Expression right, Expression inner) : Expression
{
    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        TemplateBudget
            .Of(context)
            .Spend(CostOf(await left.EvaluateAsync(context)) + CostOf(await right.EvaluateAsync(context)));
        return await inner.EvaluateAsync(context);
    }

    protected override Expression Accept(AstVisitor visitor) => visitor.VisitOtherExpression(this);

    private static long CostOf(FluidValue value) =>
        value switch
        {
            StringValue text => text.ToStringValue().Length,
            ArrayValue list => list.Values.Count + list.Values.OfType<StringValue>().Sum(CostOf),
            _ => 0,
        };
}
