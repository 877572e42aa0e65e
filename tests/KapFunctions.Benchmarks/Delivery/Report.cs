using System.Globalization;

namespace KapFunctions.Benchmarks.Delivery;

/// <summary>What was measured, beside what it should be; printed as it comes.</summary>
internal sealed class Report
{
    private readonly List<Number> numbers = [];

    public IReadOnlyList<Number> Numbers => numbers;

    /// <summary>A rate of ours by a peer's.</summary>
    public void Ratio(string what, double ratio, double bar, double rate) =>
        Add(
            new(what, ratio, bar, "×", IsAtLeast: true)
            {
                Beside = string.Create(CultureInfo.InvariantCulture, $"{rate:N0}/s"),
            }
        );

    /// <summary>Something that must not be more than its bar.</summary>
    public void AtMost(string what, double measured, double bar, string unit) =>
        Add(new(what, measured, bar, unit, IsAtLeast: false));

    /// <summary>Something that could not be measured here.</summary>
    public void Skipped(string what, string why) => Console.WriteLine($"{what, -72} skipped: {why}");

    /// <summary>The whole table once more: other programs have printed in between.</summary>
    public void PrintAll()
    {
        Console.WriteLine();
        numbers.ForEach(Print);
    }

    private void Add(Number number)
    {
        numbers.Add(number);
        Print(number);
    }

    private static void Print(Number number) =>
        Console.WriteLine(
            $"{number.What, -72} {number.MeasuredText, 12} {number.BarText, 12} {(number.IsMet ? "ok" : "MISSED")} {number.Beside}"
        );
}

/// <summary>One line of the table.</summary>
internal sealed record Number(string What, double Measured, double Bar, string Unit, bool IsAtLeast)
{
    /// <summary>A figure that says more, such as the rate behind a ratio.</summary>
    public string Beside { get; init; } = "";

    public bool IsMet => IsAtLeast ? Measured >= Bar : Measured <= Bar;

    public string MeasuredText => Text(Measured);

    public string BarText => (IsAtLeast ? "≥ " : "≤ ") + Text(Bar);

    private string Text(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {Unit}");
}
