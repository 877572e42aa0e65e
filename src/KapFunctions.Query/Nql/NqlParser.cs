using System.Globalization;
using System.Text.RegularExpressions;

namespace KapFunctions.Query.Nql;

/// <summary><c>,</c> is OR, <c>+</c> is AND and binds tighter. White space alone joins by AND, because a plus that was not encoded
/// in a URL arrives as a space.</summary>
internal sealed partial class NqlParser(IReadOnlyList<NqlToken> tokens, int length, NqlFields fields)
{
    private int next;
    private int depth;
    private int conditions;
    private NqlError? error;

    private NqlToken Current => tokens[next];

    public NqlNode? Parse(out NqlError? problem)
    {
        var root = ParseAny();
        if (error is null && Current.Kind != NqlTokenKind.End)
        {
            Unexpected("a condition, + (and) or , (or)");
        }

        problem = error;
        return error is null ? root : null;
    }

    private NqlNode? ParseAny()
    {
        var parts = new List<NqlNode?> { ParseAll() };
        while (error is null && Accept(NqlTokenKind.Or))
        {
            parts.Add(ParseAll());
        }

        return error is not null ? null
            : parts is [{ } single] ? single
            : new NqlAny(parts!);
    }

    private NqlNode? ParseAll()
    {
        var parts = new List<NqlNode?> { ParsePart() };
        while (error is null && (Accept(NqlTokenKind.And) || IsAndLostInUrl))
        {
            parts.Add(ParsePart());
        }

        return error is not null ? null
            : parts is [{ } single] ? single
            : new NqlAll(parts!);
    }

    private bool IsAndLostInUrl =>
        Current is { AfterSpace: true, Kind: NqlTokenKind.Property or NqlTokenKind.OpenParenthesis };

    private NqlNode? ParsePart()
    {
        if (!Accept(NqlTokenKind.OpenParenthesis))
        {
            return ParseCondition();
        }

        if (++depth > NqlFilter.MaxDepth)
        {
            return Fail($"Parentheses are nested deeper than {NqlFilter.MaxDepth}.", tokens[next - 1].At);
        }

        var inner = ParseAny();
        depth--;
        return error is null && !Accept(NqlTokenKind.CloseParenthesis) ? Unexpected(")") : inner;
    }

    private NqlNode? ParseCondition()
    {
        var property = Current;
        if (!Accept(NqlTokenKind.Property))
        {
            return Unexpected("a field such as tag: or a parenthesis");
        }

        if (++conditions > NqlFilter.MaxConditions)
        {
            return Fail($"The filter has more than {NqlFilter.MaxConditions} conditions; use a list.", property.At);
        }

        var name = property.Text[..^1];
        if (fields.Find(name) is not { } field)
        {
            return Fail(fields.Unknown(name), property.At);
        }

        return ParseMatch(field);
    }

    private NqlNode? ParseMatch(NqlField field)
    {
        var negated = Accept(NqlTokenKind.Not);
        if (Accept(NqlTokenKind.OpenBracket))
        {
            return ParseList(field, negated);
        }

        var token = Current;
        if (MatchOperator(token.Kind) is { } match)
        {
            next++;
            return Current.Kind != NqlTokenKind.Text
                ? Unexpected("a text in 'quotation marks'")
                : new NqlCondition(
                    field,
                    negated ? match + 1 : match,
                    [new NqlValue.Text(Unquote(tokens[next++].Text))]
                );
        }

        var comparison = negated ? NqlOperator.NotEqual : Comparison(token.Kind);
        if (!negated && comparison != NqlOperator.Equal)
        {
            next++;
        }

        return ParseValue(field) is { } value ? new NqlCondition(field, comparison, [value]) : null;
    }

    private NqlNode? ParseList(NqlField field, bool negated)
    {
        var (values, everyOf) = (new List<NqlValue>(), false);
        while (error is null)
        {
            if (ParseValue(field) is not { } value)
            {
                return null;
            }

            values.Add(value);
            var plus = Current.Kind == NqlTokenKind.And || (IsValue(Current.Kind) && Current.AfterSpace);
            if (Accept(NqlTokenKind.CloseBracket))
            {
                break;
            }

            if (values.Count == 1 ? negated && plus : plus != everyOf)
            {
                return Unexpected(everyOf ? "+ or ]" : ", or ]");
            }

            everyOf = plus;
            if (!Accept(NqlTokenKind.And) && !plus && !Accept(NqlTokenKind.Or))
            {
                return Unexpected(", or + or ]");
            }
        }

        return everyOf
            ? new NqlAll([.. values.Select(value => new NqlCondition(field, NqlOperator.Equal, [value]))])
            : new NqlCondition(field, negated ? NqlOperator.NotIn : NqlOperator.In, values);
    }

    private NqlValue? ParseValue(NqlField field)
    {
        var token = Current;
        if (!IsValue(token.Kind))
        {
            Unexpected("a value");
            return null;
        }

        next++;
        if (
            field.Own is not null
            && OwnValues.Read(field, token, token.Kind == NqlTokenKind.Relative ? ValueOf(token) : null) is var own
        )
        {
            if (own is null)
            {
                Fail(OwnValues.Wanted(field), token.At);
            }

            return own;
        }

        var value = ValueOf(token);
        return field.Type != NqlFieldType.Instant ? value : AsInstant(field, value, token);
    }

    private static NqlValue ValueOf(NqlToken token) =>
        token.Kind switch
        {
            NqlTokenKind.Null => new NqlValue.Null(),
            NqlTokenKind.True => new NqlValue.Boolean(true),
            NqlTokenKind.False => new NqlValue.Boolean(false),
            // As the reference reads numbers: the part before the point, without leading zeros.
            NqlTokenKind.Number => new NqlValue.Number(
                double.Parse(token.Text.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture)
            ),
            NqlTokenKind.Relative => new NqlValue.Relative(Relative(token.Text)),
            NqlTokenKind.Text => new NqlValue.Text(Unquote(token.Text)),
            _ => new NqlValue.Text(Unescape(token.Text)),
        };

    private static RelativeDate Relative(string text)
    {
        var amount = long.TryParse(text.AsSpan(4, text.Length - 5), CultureInfo.InvariantCulture, out var parsed)
            ? parsed
            : long.MaxValue;
        return new(text[3] == '-' ? -amount : amount, text[^1]);
    }

    private NqlValue? AsInstant(NqlField field, NqlValue value, NqlToken token)
    {
        var text = value switch
        {
            NqlValue.Text written => written.Value,
            NqlValue.Number year => year.Value.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
        if (text is null && value is not NqlValue.Boolean)
        {
            return value;
        }

        if (text is not null && NqlDate.Read(text) is { } date)
        {
            return new NqlValue.Instant(date);
        }

        Fail($"{field.Name} is a date; write it as '2026-01-31', '2026-01-31T12:00:00Z' or now-30d.", token.At);
        return null;
    }

    private bool Accept(NqlTokenKind kind)
    {
        if (Current.Kind != kind)
        {
            return false;
        }

        next++;
        return true;
    }

    private NqlNode? Unexpected(string expected) =>
        Current.Kind == NqlTokenKind.End
            ? Fail($"The filter ends where {expected} should follow.", length)
            : Fail($"\"{Current.Text}\" stands where {expected} should.", Current.At);

    private NqlNode? Fail(string message, int at)
    {
        error ??= new(message, at + 1);
        return null;
    }

    private static bool IsValue(NqlTokenKind kind) =>
        kind
            is NqlTokenKind.Null
                or NqlTokenKind.True
                or NqlTokenKind.False
                or NqlTokenKind.Number
                or NqlTokenKind.Relative
                or NqlTokenKind.Literal
                or NqlTokenKind.Text;

    private static NqlOperator? MatchOperator(NqlTokenKind kind) =>
        kind switch
        {
            NqlTokenKind.Contains => NqlOperator.Contains,
            NqlTokenKind.StartsWith => NqlOperator.StartsWith,
            NqlTokenKind.EndsWith => NqlOperator.EndsWith,
            _ => null,
        };

    private static NqlOperator Comparison(NqlTokenKind kind) =>
        kind switch
        {
            NqlTokenKind.Greater => NqlOperator.Greater,
            NqlTokenKind.GreaterOrEqual => NqlOperator.GreaterOrEqual,
            NqlTokenKind.Less => NqlOperator.Less,
            NqlTokenKind.LessOrEqual => NqlOperator.LessOrEqual,
            _ => NqlOperator.Equal,
        };

    internal static string Unquote(string text) => Unescape(text[1..^1]);

    internal static string Unescape(string text) => EscapedQuote().Replace(text, "$1");

    [GeneratedRegex("""\\(['"])""")]
    private static partial Regex EscapedQuote();
}
