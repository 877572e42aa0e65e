using AngleSharp.Dom;

namespace KapFunctions.Content.MarkdownExport;

/// <summary>The one way from HTML to Markdown. Addresses stay as they are, but for <see cref="OpenAddress"/>es.</summary>
internal static class MarkdownWriter
{
    /// <param name="body">Holds elements that a post may hold, with no blanks that mean nothing.</param>
    /// <param name="isForEditors">What it becomes goes on as a source: quotation marks are left for typography.</param>
    public static string Of(IElement body, bool isForEditors)
    {
        var notes = Footnotes.Of(body);
        var markdown = MarkdownBlocks.Write(body, new(notes, isForEditors));
        // A note that is referred to only within HTML would be lost: then all of them stay HTML.
        return notes.AreAllReferredTo ? markdown : MarkdownBlocks.Write(body, new(Footnotes.None, isForEditors));
    }
}

internal sealed record MarkdownRules(Footnotes Notes, bool IsForEditors)
{
    /// <summary>Within a link no other one may begin.</summary>
    public bool IsInLink { get; init; }

    /// <param name="text">Of one node.</param>
    /// <param name="endsBlock">Nothing follows on its line.</param>
    public string Escape(string text, bool endsBlock = false) =>
        IsForEditors ? EditorText.Escape(text, IsInLink, endsBlock) : MarkdownText.Escape(text);
}
