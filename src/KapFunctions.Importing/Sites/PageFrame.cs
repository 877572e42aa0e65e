using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace KapFunctions.Importing.Sites;

/// <summary>The line with date and name, and the list of tags: many themes put them into the element of the text, where a feed shows
/// them as part of it.</summary>
internal sealed partial record PageFrame(string? Author, IReadOnlyList<string> Tags)
{
    private const int MaxBylineLength = 120;

    /// <summary>Of a text that comes before the byline there is none longer, in characters: a title and a first line.</summary>
    private const int MaxLead = 200;

    public static PageFrame TakeOutOf(IElement main) => new(TakeByline(main), TakeTags(main));

    private static string? TakeByline(IElement main)
    {
        var before = 0;
        foreach (var block in main.QuerySelectorAll("p, div, span, small").Where(IsLine))
        {
            var text = Spaces().Replace(block.TextContent, " ").Trim();
            var time = block.QuerySelector("time[datetime]");
            if (time is not null && text.Length <= MaxBylineLength && Byline(text, time) is { } line)
            {
                block.Remove();
                return line.Groups["name"] is { Success: true, Value: var name } ? name.Trim() : null;
            }
            before += text.Length;
            if (before > MaxLead)
            {
                break;
            }
        }
        return null;
    }

    private static Match? Byline(string text, IElement time)
    {
        var date = Spaces().Replace(time.TextContent, " ").Trim();
        var match = AroundDate()
            .Match(date.Length > 0 ? text.Replace(date, "@", StringComparison.Ordinal) : "@" + text);
        return match.Success ? match : null;
    }

    private static List<string> TakeTags(IElement main)
    {
        var tags = new List<string>();
        foreach (var list in main.QuerySelectorAll("ul, ol, p, div").Reverse().Where(IsTagList).ToArray())
        {
            tags.AddRange(list.QuerySelectorAll("a").Select(link => link.TextContent.Trim().TrimStart('#')));
            list.Remove();
        }
        return tags;
    }

    private static bool IsLine(IElement block) => block.QuerySelector("p, div, ul, ol, table, pre, figure") is null;

    private static bool IsTagList(IElement block)
    {
        var links = block.QuerySelectorAll("a[href]");
        if (links.Length == 0 || !links.All(link => ListRedirects.IsTerm(link.GetAttribute("href")!)))
        {
            return false;
        }
        var rest = links.Aggregate(
            block.TextContent,
            (text, link) =>
                link.TextContent.Length == 0 ? text : text.Replace(link.TextContent, " ", StringComparison.Ordinal)
        );
        return AroundTags().IsMatch(rest);
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"\A((posted|published|written|updated)( on)?:?\s*)?((by|von|par|por|door|de|di)\s+(?<name>[\p{L}\p{M}.'’ -]{2,60}?)\s*)?([,|·•–—-]\s*)?((on|am|le)\s+)?@\s*([,|·•–—-]\s*)?((by|von|par|por|door|de|di)\s*(?<name>[\p{L}\p{M}.'’ -]{2,60}?)?\s*)?([,|·•–—-]?\s*[0-9]+\s*min(ute)?s?( read)?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex AroundDate();

    [GeneratedRegex(
        @"\A\s*((tags?|tagged|categor(y|ies)|topics?|filed|posted|published|under|in|with|and)\b|[\s:,;|·•#/–—-])*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex AroundTags();
}
