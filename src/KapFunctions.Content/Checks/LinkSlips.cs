using System.Text.RegularExpressions;
using KapFunctions.Content.Links;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Checks;

/// <summary>Links and pictures whose words or addresses say nothing.</summary>
internal static partial class LinkSlips
{
    private static readonly string[] Empty =
    [
        "here",
        "click here",
        "click",
        "link",
        "this link",
        "hier",
        "hier klicken",
        "ici",
        "cliquez ici",
        "aquí",
        "haz clic aquí",
    ];

    public static void Report(LinkInline link, BodySource source)
    {
        if (link.IsAutoLink)
        {
            return;
        }
        var text = InlineText.Of(link).Trim();
        if (
            link is { IsImage: false, Url: { } url, PreviousSibling: LiteralInline { Content: var before } }
            && BlankedMark().IsMatch(before.AsSpan())
            && MediaTypes.Of(url)?.StartsWith("image/", StringComparison.Ordinal) == true
        )
        {
            source.Report(ProblemCatalog.LinkUnread, link, $"[{text}](", $"! [{text}]({url})", $"![{text}]({url})");
        }
        if (string.IsNullOrWhiteSpace(link.Url) && link.GetDynamicUrl is null)
        {
            source.Report(
                link.IsImage ? ProblemCatalog.PictureEmpty : ProblemCatalog.LinkEmpty,
                link,
                $"[{text}](",
                text
            );
        }
        else if (link.IsImage && text.Length > 0 && FileName().IsMatch(text))
        {
            source.Report(ProblemCatalog.ImageAltFileName, link, $"![{text}", text);
        }
        else if (!link.IsImage && Empty.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            source.Report(ProblemCatalog.LinkTextEmpty, link, $"[{text}", text);
        }
    }

    /// <summary>The sign of a picture, with a blank between it and the brackets.</summary>
    [GeneratedRegex(@"(\A|\s)![ \u00A0]\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BlankedMark();

    [GeneratedRegex(
        @"^[\w .()-]*\.(png|jpe?g|gif|webp|avif|heic|svg|tiff?|bmp)$|^(IMG|DSC|DSCN|DSCF|PXL|DJI|GOPR)[_-]?[0-9][0-9_]*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex FileName();
}
