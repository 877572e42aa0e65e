using System.Text.RegularExpressions;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using Markdig.Extensions.Tables;

namespace KapFunctions.Content.Checks;

/// <summary>Cells behind the last column, which no table has a place for.</summary>
internal static partial class TableSlips
{
    /// <summary>Rows that are looked at.</summary>
    private const int MaxRows = 1_000;

    public static void Report(Table table, BodySource source)
    {
        if (table is not [TableRow { Count: var columns }, ..])
        {
            return;
        }
        // The line below the first is none of the table's rows.
        foreach (var (i, line) in source.LinesFrom(table.Line).Take(Math.Min(table.Count + 1, MaxRows)).Index())
        {
            if (i > 1 && CellBehind(line, columns) is { } lost)
            {
                source.Problems.Add(ProblemCatalog.TableCellsLost, source.LineAt(table.Line + i), lost);
            }
        }
    }

    /// <summary>The first cell with words in it that the row has beyond so many; null for none.</summary>
    private static string? CellBehind(string line, int columns) =>
        line.AsSpan().Count('|') < columns
            ? null
            : NoBar()
                .Replace(line.Trim(), inner => new string('x', inner.Length))
                .Trim('|')
                .Split('|')
                .Skip(columns)
                .Select(cell => cell.Trim())
                .FirstOrDefault(cell => cell.Length > 0);

    /// <summary>Where a bar parts no cells.</summary>
    [GeneratedRegex(@"\\.|`[^`]*`|\$[^$]*\$|\[[^\[\]]*\]|\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex NoBar();
}
