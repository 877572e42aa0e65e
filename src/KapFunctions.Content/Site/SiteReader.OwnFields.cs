using System.Text.RegularExpressions;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Metadata;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Site;

internal sealed partial class SiteReader
{
    private const int MaxChoices = 100;

    /// <summary>In UTF-16 units.</summary>
    private const int MaxChoiceLength = 100;

    private const int MaxHelpLength = 300;
    private const int MaxFieldTags = 20;
    private const string ListOf = "list of ";
    private const string OneOf = "one of";

    private const string Types = "text, number, yes/no, date, one of …, post, or list of … with one of these";

    /// <summary>Keys of heads that are the site's own; what cannot be used is told of at its line and left out.</summary>
    private List<OwnField> DeclaredFields()
    {
        var declared = new Dictionary<string, OwnField>(StringComparer.Ordinal);
        foreach (var (name, value, at) in Declarations())
        {
            if (declared.Count == OwnField.MaxFields)
            {
                problems.Add(ProblemCatalog.SiteValue, at, "fields", $"at most {OwnField.MaxFields} of them");
                break;
            }
            if (WrongName(name) is { } wrong)
            {
                problems.Add(ProblemCatalog.SiteValue, at, name, wrong);
            }
            else if (Declared(name, value, at) is { } field && !declared.TryAdd(Spelling.Fold(name), field))
            {
                problems.Add(ProblemCatalog.SiteValue, at, name, "a name that no other field has");
            }
        }
        return [.. declared.Values];
    }

    /// <summary>By name, or as a list of maps with a name.</summary>
    private IEnumerable<(string Name, FieldValue Value, Position At)> Declarations()
    {
        var field = fields.Find("fields");
        switch (field?.Value)
        {
            case MapValue map:
                return map.Fields.Select(inner => (inner.Key, inner.Value, inner.At));
            case ListValue list:
                return list.Items.Select(item => (NameIn(item), item, item.At));
            case not null:
                problems.Add(ProblemCatalog.SiteValue, field.At, field.Key, "a map from names to types");
                break;
        }
        return [];
    }

    private static string NameIn(FieldValue item) =>
        (item as MapValue)?.Fields.LastOrDefault(inner => Fields.Normalize(inner.Key) == "name")?.Value
            is ScalarValue name
            ? name.Text.Trim()
            : "";

    private static string? WrongName(string name) =>
        !FieldName().IsMatch(name) ? "a name of letters a to z, digits and underscores, with a letter first"
        : OwnKeys.IsBuiltIn(name) ? "a name that heads do not use already, such as my_" + name.ToLowerInvariant()
        : null;

    /// <summary>Null with a problem where its type is none.</summary>
    private OwnField? Declared(string name, FieldValue value, Position at)
    {
        var entry = value as MapValue is { } map ? new Fields(map, problems) : null;
        var written = entry is null ? (value as ScalarValue)?.Text : entry.Text("type");
        var type = Fields.OneLine(written ?? "");
        var isList = type.StartsWith(ListOf, StringComparison.OrdinalIgnoreCase);
        type = isList ? type[ListOf.Length..].Trim() : type;
        var choices = type.StartsWith(OneOf, StringComparison.OrdinalIgnoreCase) ? Choices(type, entry) : [];
        if (TypeOf(type) is not { } known || (known == OwnFieldType.OneOf) != choices is [_, ..])
        {
            problems.Add(ProblemCatalog.SiteValue, at, name, Types);
            return null;
        }
        if (choices.Count > MaxChoices || choices.Exists(choice => choice.Length > MaxChoiceLength))
        {
            var most = $"one of at most {MaxChoices} texts of at most {MaxChoiceLength} characters";
            problems.Add(ProblemCatalog.SiteValue, at, name, most);
            return null;
        }
        return For(
            new OwnField
            {
                Name = name,
                Type = known,
                IsList = isList,
                Choices = choices,
                Help = Help(entry),
            },
            entry,
            at
        );
    }

    private static OwnFieldType? TypeOf(string type) =>
        type.ToLowerInvariant() switch
        {
            "text" or "string" => OwnFieldType.Text,
            "number" => OwnFieldType.Number,
            "yes/no" or "yes or no" or "boolean" or "bool" => OwnFieldType.YesNo,
            "date" => OwnFieldType.Date,
            "post" => OwnFieldType.Post,
            var other when other.StartsWith(OneOf, StringComparison.Ordinal) => OwnFieldType.OneOf,
            _ => null,
        };

    /// <summary>Behind the type, with or without brackets, or as a list of their own.</summary>
    private static List<string> Choices(string type, Fields? entry)
    {
        var listed = entry?.Find("choices", "options", "values")?.Value;
        var own = (listed as ListValue)?.Items.OfType<ScalarValue>().Select(item => item.Text);
        var texts = own ?? ((listed as ScalarValue)?.Text ?? type[OneOf.Length..].Trim(' ', ':', '[', ']')).Split(',');
        return
        [
            .. texts
                .Select(text => text.Trim().Trim('"', '\''))
                .Where(text => text.Length > 0)
                .DistinctBy(Spelling.Fold),
        ];
    }

    private string? Help(Fields? entry)
    {
        if (entry?.Find("help", "description", "hint") is not { } field || entry.Text(field) is not { } help)
        {
            return null;
        }
        if (help.Length <= MaxHelpLength)
        {
            return help;
        }
        problems.Add(
            ProblemCatalog.SiteValue,
            field.At,
            field.Key,
            $"a sentence of at most {MaxHelpLength} characters"
        );
        return null;
    }

    /// <summary>The kinds and tags that it is for.</summary>
    private OwnField For(OwnField field, Fields? entry, Position at)
    {
        if (entry?.Find("for") is not { } given)
        {
            return field;
        }
        var words = given.Value is ListValue list
            ? list.Items.OfType<ScalarValue>().Select(item => item.Text)
            : ((given.Value as ScalarValue)?.Text ?? "").Split(',');
        string[] all = [.. words.Select(word => word.Trim()).Where(word => word.Length > 0)];
        if (all.Length is 0 or > MaxFieldTags)
        {
            problems.Add(
                ProblemCatalog.SiteValue,
                given.At,
                given.Key,
                $"\"posts\", \"pages\" or at most {MaxFieldTags} tags"
            );
            return field;
        }
        return field with
        {
            OfPosts = all.Any(word => word.ToLowerInvariant() is "posts" or "post"),
            OfPages = all.Any(word => word.ToLowerInvariant() is "pages" or "page"),
            Tags =
            [
                .. all.Where(word => word.ToLowerInvariant() is not ("posts" or "post" or "pages" or "page"))
                    .Select(word => word.StartsWith("tag:", StringComparison.OrdinalIgnoreCase) ? word[4..] : word)
                    .Select(tag => TagName.SlugOf(TagName.Tidy(tag.Trim())))
                    .Distinct(),
            ],
        };
    }

    /// <summary>Posts have tags by the slugs of their names, which may not be the addresses that the site gives them.</summary>
    private static OwnField ForTagsOf(IReadOnlyList<Tag> tags, OwnField field) =>
        field with
        {
            Tags =
            [
                .. field
                    .Tags.Concat(
                        tags.Where(tag => field.Tags.Contains(tag.Slug)).Select(tag => tag.NameSlug).OfType<string>()
                    )
                    .Distinct(),
            ],
        };

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,49}$", RegexOptions.CultureInvariant)]
    private static partial Regex FieldName();
}
