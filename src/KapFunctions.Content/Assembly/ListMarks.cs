using System.Globalization;

namespace KapFunctions.Content.Assembly;

/// <summary>What stands before the items of lists in plain text, as Ghost writes it.</summary>
internal sealed class ListMarks
{
    private const int Indent = 3;

    // Deeper ones are not moved to the right any more.
    private const int MaxDepth = 10;

    // The next number of each list that is open; null where items have none.
    private readonly Stack<int?> open = new();

    /// <summary>Null for a tag that begins no item.</summary>
    public string? Of(ReadOnlySpan<char> name, ReadOnlySpan<char> tag)
    {
        switch (name)
        {
            case "ul":
                open.Push(null);
                return null;
            case "ol":
                open.Push(StartOf(tag));
                return null;
            case "/ul" or "/ol":
                open.TryPop(out _);
                return null;
            case "li" when open.Count > 0:
                var indent = new string(' ', Indent * (Math.Min(open.Count, MaxDepth) - 1));
                if (open.Pop() is not { } number)
                {
                    open.Push(null);
                    return $"{indent} * ";
                }
                open.Push(number == int.MaxValue ? number : number + 1);
                return string.Create(CultureInfo.InvariantCulture, $"{indent} {number}. ");
            default:
                return null;
        }
    }

    private static int StartOf(ReadOnlySpan<char> tag)
    {
        const string mark = " start=\"";
        var at = tag.IndexOf(mark, StringComparison.Ordinal);
        var value = at < 0 ? [] : tag[(at + mark.Length)..];
        var end = value.IndexOf('"');
        return end > 0 && int.TryParse(value[..end], NumberStyles.Integer, CultureInfo.InvariantCulture, out var start)
            ? start
            : 1;
    }
}
