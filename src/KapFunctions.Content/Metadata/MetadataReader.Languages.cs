using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Links;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Sources;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Metadata;

internal sealed partial class MetadataReader
{
    private const string TranslationOf = "translation_of";

    private (string Tag, bool IsStated) Language()
    {
        if (fields.Find("lang", "language", "locale") is not { Value: ScalarValue { Text: var written } } field)
        {
            return names.Language is { } named ? (named, true) : (settings.Language, false);
        }
        if (LanguageTag.Parse(written) is { } tag)
        {
            return (tag, true);
        }
        problems.Add(ProblemCatalog.LanguageUnknown, field.At, written);
        return (settings.Language, false);
    }

    /// <summary>What stands before the slug, with its slash; empty at the root.</summary>
    private string AddressPrefix((string Tag, bool IsStated) language)
    {
        if (!language.IsStated || settings.Languages is not [var first, ..])
        {
            return "";
        }
        if (Languages.Find(settings.Languages, language.Tag) is not { } listed)
        {
            var at = fields.Find("lang", "language", "locale")?.At ?? Position.Start;
            problems.Add(ProblemCatalog.LanguageUnlisted, at, language.Tag, first);
            return "";
        }
        return listed == first ? "" : Languages.PrefixOf(listed) + "/";
    }

    /// <summary>Whether the language in the file's name is one of the site's.</summary>
    private bool IsNamedInALanguageOfTheSite =>
        names.Language is { } named && Languages.Find(settings.Languages, named) is not null;

    /// <summary>Whether at the root it would be where a language begins. Few slugs look like one, so few files depend on that.</summary>
    private bool IsWhereALanguageBegins(string slug) =>
        LanguageTag.Parse(slug) is { } tag && settings.Languages.Contains(tag);

    /// <summary>The original that it was made from, as <see cref="WordsHash"/> writes it; null where the file does not say.</summary>
    public IReadOnlyList<string>? TranslatedText() =>
        settings.HasTranslations ? RecordedText("translated_text", ProblemCatalog.TranslatedTextUnreadable) : null;

    private string? TranslationKey()
    {
        // Elsewhere the key is its author's own.
        if (fields.Has(TranslationOf) && settings.Languages.Count > 0 && fields.Find(TranslationOf) is { } field)
        {
            if (Original(field) is { } original)
            {
                var key = FileNames.GroupOf(original, settings);
                return key == Translations.OfFile(source.Path) ? null : key;
            }
            problems.Add(ProblemCatalog.FieldAddress, field.At, field.Key, (field.Value as ScalarValue)?.Text);
        }
        return IsNamedInALanguageOfTheSite ? FileNames.GroupOf(source.Path, settings) : null;
    }

    /// <summary>As a path in the container, or one from the file's folder, with or without its ending.</summary>
    private string? Original(Field field)
    {
        if (fields.Text(field)?.TrimStart('/') is not { Length: > 0 and <= MaxText } written)
        {
            return null;
        }
        var path = ContentPaths.IsMarkdown(written) ? written : written + ".md";
        return
            links.Resolve(ContentPaths.IsInTexts(path) ? "/" + path : path) is { Kind: LinkKind.Content, Url: var url }
            && Placeholder.PathOf(url) is { } found
            && ContentPaths.KindOf(found) is ContentKind.Post or ContentKind.Page
            ? found
            : null;
    }
}
