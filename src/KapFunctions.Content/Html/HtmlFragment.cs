using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using KapFunctions.Content.Links;
using KapFunctions.Content.Rendering;
using KapFunctions.Content.Settings;

namespace KapFunctions.Content.Html;

/// <summary><see cref="AuthorHtml"/> reads the HTML and names what goes; the sanitiser guarantees that nothing else is left.</summary>
internal static class HtmlFragment
{
    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    private static readonly HtmlSanitizer Sanitizer = CreateSanitizer(HtmlRules.Elements.Except(["iframe"]));
    private static readonly HtmlSanitizer WithFrames = CreateSanitizer(HtmlRules.Elements);

    public static string Sanitize(string html, BodySource source, Markdig.Syntax.Block at)
    {
        using var document = Parser.ParseDocument("<!doctype html><body>" + html);
        var body = document.Body!;
        HiddenElement.Remove(body, source, at);
        PastedHtml.Clean(body, source, at);
        new AuthorHtml(source, at).Tame(body);
        // Where cards stand for players no frame is left, whatever a parser makes of it.
        var hasFrames = source.Settings.Uses.HasFlag(RenderDependencies.Embeds) && source.Settings.FramesAtOnce;
        (hasFrames ? WithFrames : Sanitizer).SanitizeDom(document, body);
        return body.ChildNodes.ToHtml(QuotedMarkup.Formatter);
    }

    private static HtmlSanitizer CreateSanitizer(IEnumerable<string> elements) =>
        new(
            new HtmlSanitizerOptions
            {
                AllowedTags = new HashSet<string>(elements),
                AllowedAttributes = new HashSet<string>(HtmlRules.Attributes.Concat(HtmlRules.EmbedAttributes)),
                AllowedSchemes = new HashSet<string>(HtmlRules.Schemes),
                UriAttributes = new HashSet<string>(HtmlRules.Addresses),
                AllowedCssProperties = new HashSet<string>(),
            }
        );

    /// <summary>Writes a double quote in text as an entity, so that one in the output always delimits an attribute.</summary>
    private sealed class QuotedMarkup : HtmlMarkupFormatter
    {
        public static readonly QuotedMarkup Formatter = new();

        public override string Text(ICharacterData text) =>
            base.Text(text).Replace("\"", "&quot;", StringComparison.Ordinal);

        protected override string Attribute(IAttr attribute)
        {
            var written = base.Attribute(attribute);
            // Only an address can be a placeholder; a text that begins like one must not be filled in.
            return
                attribute.Value.StartsWith(Placeholder.Scheme, StringComparison.Ordinal)
                && !HtmlRules.Addresses.Contains(attribute.Name)
                ? written.Replace("=\"kap:", "=\"&#107;ap:", StringComparison.Ordinal)
                : written;
        }
    }
}
