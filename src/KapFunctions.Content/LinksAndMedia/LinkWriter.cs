using KapFunctions.Content.Comments;
using KapFunctions.Content.ForeignTemplates;
using KapFunctions.Content.Links;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using Markdig.Syntax;

namespace KapFunctions.Content.LinksAndMedia;

internal static class LinkWriter
{
    /// <summary>Reports a problem where the link may not go there.</summary>
    public static ContentLink Check(PostHtmlRenderer renderer, MarkdownObject at, string written)
    {
        var address = renderer.Source.Links.Resolve(written);
        ReportUnusable(renderer.Source, at, address, written);
        return address;
    }

    public static void ReportUnusable(BodySource source, MarkdownObject at, ContentLink address, string written)
    {
        switch (address.Kind)
        {
            case LinkKind.Template:
                TemplateProblem.Report(source, at, written);
                break;
            case var _ when DoubtfulAddress.IsLocal(written):
                source.Report(ProblemCatalog.LocalPath, at, written, written);
                break;
            case LinkKind.Unsafe when DoubtfulAddress.IsData(written):
                source.Report(ProblemCatalog.DataAddress, at, written, written);
                break;
            case LinkKind.Contact:
            case LinkKind.External when written.StartsWith("www.", StringComparison.OrdinalIgnoreCase):
                break;
            case var _ when DoubtfulAddress.WithScheme(written) is { } meant:
                source.Report(ProblemCatalog.LinkWithoutScheme, at, written, written, meant);
                break;
            case LinkKind.Unsafe:
                source.Report(ProblemCatalog.LinkUnsafe, at, written, written);
                break;
            case LinkKind.Outside:
                source.Report(ProblemCatalog.LinkOutside, at, written, written);
                break;
        }
    }

    public static void Write(
        PostHtmlRenderer renderer,
        MarkdownObject link,
        ContentLink address,
        string? title,
        Action writeText
    )
    {
        // Inside a picture's text there is no markup; a link that may not be one keeps its text.
        if (!renderer.EnableHtmlForInline || !address.IsUsable)
        {
            writeText();
            return;
        }
        renderer.Write("<a href=\"");
        renderer.WriteEscapeUrl(address.Url);
        renderer.Write('"');
        renderer.WriteSafeAttributes(link);
        WriteTitle(renderer, title);
        if (address.Kind == LinkKind.External)
        {
            renderer.Write(" rel=\"external noopener\"");
        }
        renderer.Write('>');
        writeText();
        renderer.Write("</a>");
    }

    public static void WriteTitle(PostHtmlRenderer renderer, string? title)
    {
        if (CommentText.Without(title ?? "") is { Length: > 0 } shown)
        {
            renderer.WriteTextAttribute("title", shown);
        }
    }
}
