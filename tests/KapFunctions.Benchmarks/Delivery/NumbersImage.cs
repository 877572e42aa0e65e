using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace KapFunctions.Benchmarks.Delivery;

/// <summary>Draws the numbers: each as long as it is against its bar, which is the same dashed line for all of them.</summary>
internal static class NumbersImage
{
    private const int Width = 900;
    private const int LabelWidth = 480;
    private const int BarAt = 200;
    private const int MaxLength = 300;
    private const int Line = 26;
    private const int Top = 56;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static void Save(string path, IReadOnlyList<Number> numbers, DateTimeOffset at)
    {
        XElement[] groups =
        [
            .. Group(
                "requests a second against a peer's: longer is better, the line is what is asked",
                numbers.Where(one => one.IsAtLeast),
                0
            ),
            .. Group(
                "time and memory against their bars: shorter is better, the line is what is allowed",
                numbers.Where(one => !one.IsAtLeast),
                Top + (numbers.Count(one => one.IsAtLeast) * Line)
            ),
        ];
        var height = (2 * Top) + (numbers.Count * Line) + 40;
        var image = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Width} {height}"),
            new XAttribute("font-family", "system-ui, sans-serif"),
            new XAttribute("font-size", 13),
            new XAttribute("role", "img"),
            new XElement(Svg + "title", "What was measured, against what it should be"),
            Rectangle(0, 0, Width, height, "#ffffff"),
            groups,
            Text(
                12,
                height - 14,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"measured {at:yyyy-MM-dd} on {Environment.ProcessorCount} cores, shared by server and load"
                ),
                "#667085"
            )
        );
        new XDocument(image).Save(path);
    }

    /// <summary>The picture that the README shows.</summary>
    public static string InReadme([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(here, "..", "..", "..", "docs", "images", "numbers.svg"));

    private static IEnumerable<XElement> Group(string title, IEnumerable<Number> numbers, int top)
    {
        yield return Text(12, top + 34, title, "#667085");
        var y = top + Top;
        foreach (var number in numbers)
        {
            var length = Math.Clamp(number.Measured / number.Bar * BarAt, 2, MaxLength);
            yield return Text(12, y, number.What, "#101828");
            yield return Rectangle(LabelWidth, y - 12, length, 14, number.IsMet ? "#2e7d5b" : "#b54708");
            yield return Text(LabelWidth + MaxLength + 8, y, number.MeasuredText, "#101828");
            y += Line;
        }

        yield return new XElement(
            Svg + "line",
            new XAttribute("x1", LabelWidth + BarAt),
            new XAttribute("x2", LabelWidth + BarAt),
            new XAttribute("y1", top + Top - 18),
            new XAttribute("y2", y - Line + 8),
            new XAttribute("stroke", "#101828"),
            new XAttribute("stroke-dasharray", "4 3")
        );
    }

    private static XElement Text(int x, int y, string text, string colour) =>
        new(Svg + "text", new XAttribute("x", x), new XAttribute("y", y), new XAttribute("fill", colour), text);

    private static XElement Rectangle(int x, int y, double width, int height, string colour) =>
        new(
            Svg + "rect",
            new XAttribute("x", x),
            new XAttribute("y", y),
            new XAttribute("width", width.ToString("0.#", CultureInfo.InvariantCulture)),
            new XAttribute("height", height),
            new XAttribute("fill", colour)
        );
}
