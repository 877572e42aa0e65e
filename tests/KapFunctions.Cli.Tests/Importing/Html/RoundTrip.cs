using System.Text;
using KapFunctions.Content;
using KapFunctions.Importing.Html;

namespace KapFunctions.Cli.Tests.Importing.Html;

internal static class RoundTrip
{
    /// <summary>The first difference, with what stands around it; null where nothing was lost.</summary>
    public static string? LossIn(string html) =>
        Difference(HtmlFacts.Of(html), HtmlFacts.Of(Rendered(HtmlToMarkdown.Convert(html))));

    public static string Rendered(string markdown)
    {
        var result = PostRenderer.Render(
            new("posts/a.md", Encoding.UTF8.GetBytes("---\ntitle: Another title\n---\n\n" + markdown)),
            new() { OwnHosts = ["pictures.example"], ShowsForeignPictures = true }
        );
        return result.Post?.Body.Html ?? "NOT PUBLISHED: " + result.Problems[0].Message;
    }

    public static string? Difference(HtmlFacts before, HtmlFacts after)
    {
        var (a, b) = (before.Letters, after.Letters);
        var (at, other) = (0, 0);
        while (at < a.Count && other < b.Count)
        {
            if (a[at] != b[other] && !IsNewLink(a[at], b[other]))
            {
                break;
            }
            at++;
            other++;
        }
        if (at < a.Count || other < b.Count)
        {
            return $"expected {Around(a, at)}\n     got {Around(b, other)}";
        }
        return after.DeadJumps.Except(before.DeadJumps).FirstOrDefault() is { } dead ? $"#{dead} leads nowhere" : null;
    }

    /// <summary>An address in the text may lead there.</summary>
    private static bool IsNewLink(string before, string after) =>
        !before.Contains(" -> ", StringComparison.Ordinal)
        && after.IndexOf(" -> ", StringComparison.Ordinal) is > 0 and var link
        && after[..link] == before;

    private static string Around(IReadOnlyList<string> letters, int at) =>
        string.Join("·", letters.Skip(Math.Max(0, at - 6)).Take(14)).Replace("\n", "⏎", StringComparison.Ordinal);
}
