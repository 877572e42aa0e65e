using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Fluid;
using Fluid.Ast;
using Fluid.Values;
using Parlot;
using Parlot.Fluent;

namespace KapFunctions.Content.Themes;

/// <summary>Liquid's parser, which counts while it reads what would take it too deep, and makes trees that count while they run.
/// Nothing else can: whoever reads the text beside it reads it another way.</summary>
internal sealed class BoundedParser : FluidParser
{
    /// <summary>The engine runs these without counting them.</summary>
    private static readonly string[] Uncounted = ["if", "unless", "for", "break", "continue"];

    private readonly ConditionalWeakTable<ParseContext, Reading> readings = [];

    public BoundedParser()
    {
        // Its rounds are not in any page of ours, and it writes a table around them.
        RegisteredTags.Remove("tablerow");
        // The engine's own one is not bounded.
        RegisterIdentifierBlock("capture", CaptureAsync);
        foreach (var (name, tag) in RegisteredTags.ToArray())
        {
            RegisteredTags[name] = new Tag(this, Uncounted.Contains(name) ? tag.Then(Counted) : tag);
        }

        foreach (var (name, make) in RegisteredOperators.ToArray())
        {
            RegisteredOperators[name] = (left, right) => new PaidComparison(left, right, make(left, right));
        }

        Primary.Parser = new Operand(this, Primary.Parser!);
        FilterExpression.Parser = new Filtered(this, FilterExpression.Parser!);
    }

    private Reading ReadingOf(ParseContext context) => readings.GetOrCreateValue(context);

    /// <summary>A loop over a range does not ask for it as for any other value.</summary>
    private static Statement Counted(ParseContext context, Statement statement) =>
        new CountedStatement(
            statement is ForStatement { Source: RangeExpression range } loop
                ? new ForStatement(
                    loop.Statements,
                    loop.Identifier,
                    Bounded(context, range),
                    loop.Limit,
                    loop.Offset,
                    loop.Reversed,
                    loop.Else
                )
                : statement
        );

    private static BoundedRange Bounded(ParseContext context, RangeExpression range)
    {
        if (
            range
                is {
                    From: LiteralExpression { Value: NumberValue from },
                    To: LiteralExpression { Value: NumberValue to }
                }
            && BoundedRange.LengthOf(from, to) > ThemeLimits.RangeLength
        )
        {
            Refuse(context, BoundedRange.TooLong);
        }

        return new(range);
    }

    private static async ValueTask<Completion> CaptureAsync(
        string name,
        IReadOnlyList<Statement> statements,
        TextWriter output,
        System.Text.Encodings.Web.TextEncoder encoder,
        TemplateContext context
    )
    {
        context.IncrementSteps();
        using var captured = new BudgetedWriter(TemplateBudget.Of(context));
        var completion = await statements.RenderStatementsAsync(captured, encoder, context);
        context.SetValue(name, new StringValue(captured.ToString(), encode: false));
        return completion;
    }

    private static void Refuse(ParseContext context, string reason) => Refuse(context.Scanner.Cursor.Position, reason);

    private static void Refuse(TextPosition at, string reason) => throw new Parlot.ParseException(reason, at);

    /// <summary>How deep one reading is, and how much stands in the tag that it is in.</summary>
    private sealed class Reading
    {
        public int Blocks { get; set; }
        public int Indexes { get; set; }
        public int Operands { get; set; }
    }

    /// <summary>A tag with all that stands between it and its end.</summary>
    private sealed class Tag(BoundedParser house, Parser<Statement> inner) : Parser<Statement>
    {
        public override bool Parse(ParseContext context, ref ParseResult<Statement> result)
        {
            var reading = house.ReadingOf(context);
            if (reading.Blocks == ThemeLimits.Nesting)
            {
                Refuse(context, $"Blocks are nested more than {ThemeLimits.Nesting} deep");
            }

            var outer = reading.Operands;
            reading.Blocks++;
            reading.Operands = 0;
            var isRead = inner.Parse(context, ref result);
            reading.Blocks--;
            reading.Operands = outer;
            return isRead;
        }
    }

    /// <summary>A value, with what stands in its brackets.</summary>
    private sealed class Operand(BoundedParser house, Parser<Expression> inner) : Parser<Expression>
    {
        public override bool Parse(ParseContext context, ref ParseResult<Expression> result)
        {
            var reading = house.ReadingOf(context);
            if (++reading.Operands > ThemeLimits.Operands)
            {
                Refuse(context, $"A tag has more than {ThemeLimits.Operands} values");
            }

            if (reading.Indexes == ThemeLimits.Indexes)
            {
                Refuse(context, $"Brackets are nested more than {ThemeLimits.Indexes} deep");
            }

            reading.Indexes++;
            var isRead = inner.Parse(context, ref result);
            reading.Indexes--;
            if (isRead && result.Value is RangeExpression range)
            {
                result.Set(result.Start, result.End, Bounded(context, range));
            }

            return isRead;
        }
    }

    /// <summary>A value with its filters.</summary>
    private sealed class Filtered(BoundedParser house, Parser<Expression> inner) : Parser<Expression>
    {
        public override bool Parse(ParseContext context, ref ParseResult<Expression> result)
        {
            var reading = house.ReadingOf(context);
            var outer = reading.Operands;
            var start = context.Scanner.Cursor.Position;
            reading.Operands = 0;
            var isRead = inner.Parse(context, ref result);
            reading.Operands = outer;
            if (isRead)
            {
                Check(context, start, result.Value);
            }

            return isRead;
        }

        /// <summary>An unknown filter stops a page when it is reached; its author hears of it before.</summary>
        private static void Check(ParseContext context, TextPosition start, Expression expression)
        {
            for (var count = 1; expression is FilterExpression filter; count++, expression = filter.Input)
            {
                if (count > ThemeLimits.Filters)
                {
                    Refuse(context, $"A value has more than {ThemeLimits.Filters} filters");
                }

                if (!TemplateFilters.Names.Contains(filter.Name))
                {
                    var end = context.Scanner.Cursor.Offset;
                    var text = context.Scanner.Buffer[start.Offset..end];
                    Refuse(PlaceOf(filter.Name, text, start), $"There is no filter {filter.Name}");
                }
            }
        }

        private static TextPosition PlaceOf(string filter, string text, TextPosition start)
        {
            var at = Regex.Match(text, $@"\|\s*{Regex.Escape(filter)}\b", RegexOptions.NonBacktracking).Index;
            var before = text.AsSpan(0, at);
            var lines = before.Count('\n');
            var column = lines == 0 ? start.Column + at : at - before.LastIndexOf('\n');
            return new(start.Offset + at, start.Line + lines, column);
        }
    }
}
