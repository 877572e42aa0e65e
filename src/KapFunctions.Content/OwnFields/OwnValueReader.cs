using System.Globalization;
using System.Text.RegularExpressions;
using KapFunctions.Content.Dates;
using KapFunctions.Content.Links;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Sources;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.OwnFields;

/// <summary>One text of a head as a value of a type; null where it is none.</summary>
internal static partial class OwnValueReader
{
    public static OwnValue? Read(string text, OwnField field, string path, string timeZone) =>
        field.Type switch
        {
            OwnFieldType.Text => new OwnValue.Text(text),
            OwnFieldType.Number => Number(text),
            OwnFieldType.YesNo => YesNo(text),
            OwnFieldType.Date => Moment(text, timeZone),
            OwnFieldType.OneOf => OneOf(text, field.Choices),
            _ => Post(text, path),
        };

    /// <summary>What the field should be, for a sentence.</summary>
    public static string Wanted(OwnField field)
    {
        var one = field.Type switch
        {
            OwnFieldType.Number => "a number such as 12.5",
            OwnFieldType.YesNo => "yes or no",
            OwnFieldType.Date => "a date such as 2024-03-05",
            OwnFieldType.OneOf => "one of " + string.Join(", ", field.Choices),
            OwnFieldType.Post => "the path of a post's file, or its title in [[brackets]]",
            _ => "a text",
        };
        return field.IsList ? $"{one}, or a list of such" : one;
    }

    private static OwnValue.Number? Number(string text) =>
        Decimal().IsMatch(text)
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            // Of zero there is one.
            ? new(number == 0 ? 0 : number)
            : null;

    private static OwnValue.YesNo? YesNo(string text) =>
        text.ToLowerInvariant() switch
        {
            "true" or "yes" or "on" or "1" or "y" => new(true),
            "false" or "no" or "off" or "0" or "n" => new(false),
            _ => null,
        };

    private static OwnValue.Moment? Moment(string text, string timeZone)
    {
        // What can be read as two days is neither.
        if (!DateText.TryParse(text, out var date) || date.Other is not null)
        {
            return null;
        }
        var isDay = date is { Offset: null, Zone: null } && date.Local.TimeOfDay == TimeSpan.Zero;
        return new(date.In(isDay ? TimeZoneInfo.Utc : Zones.Find(timeZone)), isDay);
    }

    private static OwnValue.Text? OneOf(string text, IReadOnlyList<string> choices) =>
        choices.FirstOrDefault(choice => choice == text) is { } same ? new(same)
        : choices.FirstOrDefault(choice => Spelling.Fold(choice) == Spelling.Fold(text)) is { } meant ? new(meant)
        : null;

    private static OwnValue.Post? Post(string text, string path)
    {
        var links = new LinkResolver(path);
        var link =
            WikiLink().Match(text) is { Success: true } wiki ? links.Wiki(wiki.Groups[1].Value.Trim())
            : ContentPaths.KindOf(text) is ContentKind.Post or ContentKind.Page ? links.Resolve("/" + text)
            : links.Resolve(text);
        return link.Kind == LinkKind.Content && IsOfText(link.Url) ? new(link.Url.Split('#')[0]) : null;
    }

    private static bool IsOfText(string placeholder) =>
        Placeholder.TitleOf(placeholder) is { Length: > 0 }
        || (Placeholder.PathOf(placeholder) is { } path && ContentPaths.IsMarkdown(path));

    [GeneratedRegex(
        @"^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]{1,3})?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\]$", RegexOptions.CultureInvariant)]
    private static partial Regex WikiLink();
}
