using System.Globalization;
using KapFunctions.Content.FrontMatter;

namespace KapFunctions.Importing.Generators;

/// <content>The addresses that Jekyll gave: https://jekyllrb.com/docs/permalinks/</content>
internal sealed partial class JekyllImport
{
    protected override string? OldAddress(ImportedText source)
    {
        if (source.Target.StartsWith("pages/", StringComparison.Ordinal))
        {
            return source.Fields.Text("permalink")
                ?? "/" + Path.ChangeExtension(source.Target["pages/".Length..], ".html");
        }
        var pattern = source.Fields.Text("permalink") ?? config?.Text("permalink") ?? "date";
        if (
            source.Metadata.Date is not { } moment
            || source.Target.StartsWith("posts/_drafts/", StringComparison.Ordinal)
        )
        {
            return null;
        }
        // Jekyll makes addresses of the day in its own zone.
        var date = TimeZoneInfo.ConvertTime(moment, zone);
        var named = pattern switch
        {
            "date" => "/:categories/:year/:month/:day/:title.html",
            "pretty" => "/:categories/:year/:month/:day/:title/",
            "none" => "/:categories/:title.html",
            "ordinal" => "/:categories/:year/:y_day/:title.html",
            _ => pattern,
        };
        var filled = Token()
            .Replace(named, token => Fill(token.Value, source, date))
            .Replace("//", "/", StringComparison.Ordinal);
        return filled.Contains(':', StringComparison.Ordinal) ? null : filled;
    }

    private static string Fill(string token, ImportedText source, DateTimeOffset date) =>
        token switch
        {
            ":year" => date.ToString("yyyy", CultureInfo.InvariantCulture),
            ":month" => date.ToString("MM", CultureInfo.InvariantCulture),
            ":day" => date.ToString("dd", CultureInfo.InvariantCulture),
            ":i_month" => date.Month.ToString(CultureInfo.InvariantCulture),
            ":i_day" => date.Day.ToString(CultureInfo.InvariantCulture),
            ":short_year" => date.ToString("yy", CultureInfo.InvariantCulture),
            ":y_day" => date.DayOfYear.ToString("000", CultureInfo.InvariantCulture),
            ":title" or ":slug" => source.Fields.Text("slug") ?? DatedName().Replace(source.Stem, ""),
            ":categories" => string.Join('/', CategoriesOf(source)),
            ":output_ext" => ".html",
            _ => token,
        };
}
