using AngleSharp.Html.Parser;
using KapFunctions.Content.Posts;

namespace KapFunctions.Content.MarkdownExport;

/// <summary>
/// A post as Markdown that readers may have. It is written from the finished HTML and not from the author's file: what a page
/// does not show (comments, removed elements, unused definitions) cannot be in it, since it is not there to be written.
/// Addresses that are known only when an answer is finished stay in it as <see cref="OpenAddress"/>es.
/// </summary>
internal static class PublicMarkdown
{
    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    /// <param name="html">A <see cref="PostBody.Html"/>.</param>
    public static string Of(string html)
    {
        using var document = Parser.ParseDocument("<!doctype html><body>" + Numbered(html));
        var body = document.Body!;
        var notes = Footnotes.Of(body);
        var markdown = MarkdownBlocks.Write(body, notes);
        // A note that is referred to only within HTML would be lost: then all of them stay HTML.
        return notes.AreAllReferredTo ? markdown : MarkdownBlocks.Write(body, Footnotes.None);
    }

    /// <summary>The parser tries some thirty names at each entity with a name, and none at one with a number.</summary>
    private static string Numbered(string html) =>
        html.Replace("&lt;", "&#60;", StringComparison.Ordinal)
            .Replace("&gt;", "&#62;", StringComparison.Ordinal)
            .Replace("&quot;", "&#34;", StringComparison.Ordinal)
            .Replace("&amp;", "&#38;", StringComparison.Ordinal);
}
