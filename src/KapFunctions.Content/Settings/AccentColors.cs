using System.Globalization;

namespace KapFunctions.Content.Settings;

/// <summary>What the theme makes of an accent colour, so that text in it can be read on the page, on tinted ground, and the page's
/// own colour on it. Contrast is WCAG's: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio</summary>
/// <param name="Written">The contrast of the colour as it was written, on the lightest ground that the theme puts it on.</param>
/// <param name="Light">For light pages: the colour itself, or a darker one.</param>
/// <param name="Dark">For dark pages: the colour itself, or a lighter one.</param>
/// <param name="LightTint">A ground of its kind, for light pages.</param>
/// <param name="DarkTint">A ground of its kind, for dark pages.</param>
public sealed record AccentColors(double Written, string Light, string Dark, string LightTint, string DarkTint)
{
    /// <summary>Of text, by success criterion 1.4.3.</summary>
    public const double LeastContrast = 4.5;

    /// <summary>The theme's light page; <c>site.css</c> has the same.</summary>
    public const string LightPage = "#fbfaf7";

    /// <summary>The theme's dark page; <c>site.css</c> has the same.</summary>
    public const string DarkPage = "#15181a";

    // What only just can be read at night is tiring.
    private const double DarkContrast = 7;

    private const double TintShare = 0.07;
    private const int Steps = 100;

    /// <summary>Of a hexadecimal colour of three or six digits.</summary>
    public static AccentColors Of(string color)
    {
        var (written, light, dark) = (Rgb.Of(color), Rgb.Of(LightPage), Rgb.Of(DarkPage));
        var (lightTint, darkTint) = (light.Towards(written, TintShare), dark.Towards(written, 2 * TintShare));
        return new(
            // Rounded down: a contrast that is told as 4.5 has it.
            Math.Floor(Math.Min(written.On(light), written.On(lightTint)) * 10) / 10,
            Until(LeastContrast, written, new(0, 0, 0), light, lightTint).ToString(),
            Until(DarkContrast, written, new(255, 255, 255), dark, darkTint).ToString(),
            lightTint.ToString(),
            darkTint.ToString()
        );
    }

    /// <summary>The contrast of two colours: 1 to 21.</summary>
    public static double Contrast(string one, string other) => Rgb.Of(one).On(Rgb.Of(other));

    private static Rgb Until(double contrast, Rgb color, Rgb end, params ReadOnlySpan<Rgb> grounds)
    {
        for (var step = 0; step < Steps; step++)
        {
            var mixed = color.Towards(end, (double)step / Steps);
            var isEnough = true;
            foreach (var ground in grounds)
            {
                isEnough &= mixed.On(ground) >= contrast;
            }
            if (isEnough)
            {
                return mixed;
            }
        }
        return end;
    }

    private readonly record struct Rgb(int Red, int Green, int Blue)
    {
        public static Rgb Of(string color)
        {
            var digits = color.TrimStart('#');
            var full = digits.Length == 3 ? string.Concat(digits.Select(digit => new string(digit, 2))) : digits;
            var number = int.Parse(full, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            return new(number >> 16, (number >> 8) & 0xff, number & 0xff);
        }

        public Rgb Towards(Rgb other, double share)
        {
            return new(Between(Red, other.Red), Between(Green, other.Green), Between(Blue, other.Blue));

            int Between(int one, int two) => (int)Math.Round(one + (two - one) * share);
        }

        public double On(Rgb ground)
        {
            var (one, two) = (Luminance, ground.Luminance);
            return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
        }

        public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

        private double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

        private static double Linear(int channel)
        {
            var part = channel / 255d;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }
    }
}
