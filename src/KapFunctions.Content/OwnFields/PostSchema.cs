using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using KapFunctions.Content.Settings;

namespace KapFunctions.Content.OwnFields;

/// <summary>A JSON Schema of heads, so that text editors complete and check them: what every head may say, and the fields that the site
/// declares. It forbids no other key. https://json-schema.org/draft-07</summary>
public static class PostSchema
{
    /// <summary>On every site, below its address.</summary>
    public const string Path = "schema/post.json";

    private static readonly string[] Texts =
    [
        "title",
        "slug",
        "summary",
        "description",
        "excerpt",
        "custom_excerpt",
        "feature_image_alt",
        "feature_image_caption",
        "canonical_url",
        "reviewed_by",
        "lang",
        "language",
        "id",
        "guid",
        "meta_title",
        "meta_description",
        "og_title",
        "og_description",
        "og_image",
        "twitter_title",
        "twitter_description",
        "twitter_image",
    ];

    private static readonly string[] Lists = ["tags", "categories", "authors", "author", "aliases", "redirect_from"];

    private static readonly string[] Dates = ["date", "publishDate", "updated", "lastmod", "expires", "reviewed"];

    private static readonly string[] Switches =
    [
        "draft",
        "private",
        "hidden",
        "featured",
        "pinned",
        "sticky",
        "noindex",
    ];

    /// <summary>The schema as a file; lines end in a line feed on every machine.</summary>
    public static byte[] Of(SiteSettings site)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
            json.WriteString("title", "The head of a post or page");
            json.WriteString("type", "object");
            json.WriteStartObject("properties");
            WriteBuiltIn(json);
            foreach (var field in site.Fields)
            {
                Write(json, field);
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void WriteBuiltIn(Utf8JsonWriter json)
    {
        WriteAll(Texts, () => WriteTypes(json, "string", "number", "boolean", "null"));
        WriteAll(Dates, () => WriteTypes(json, "string", "number", "null"));
        WriteAll(Switches, () => WriteSwitch(json));
        WriteAll(Lists, () => WriteOneOrMore(json, () => WriteTypes(json, "string", "number", "boolean", "null"), 0));
        // A map of address, description and caption, or a list of either.
        WriteAll(["feature_image", "image", "cover"], () => WriteTypes(json, "string", "object", "array", "null"));
        WriteAll(
            ["sources"],
            () => WriteOneOrMore(json, () => WriteTypes(json, "string", "object", "null"), maxItems: 0)
        );

        void WriteAll(string[] names, Action write)
        {
            foreach (var name in names)
            {
                json.WriteStartObject(name);
                write();
                json.WriteEndObject();
            }
        }
    }

    private static void Write(Utf8JsonWriter json, OwnField field)
    {
        json.WriteStartObject(field.Name);
        if (field.Help is { } help)
        {
            json.WriteString("description", help);
        }
        json.WriteString("x-kap-type", field.TypeName);
        WriteFor(json, field);
        if (field.IsList)
        {
            WriteOneOrMore(json, () => WriteOne(json, field), OwnFieldReader.MaxValues);
        }
        else
        {
            WriteOne(json, field);
        }
        json.WriteEndObject();
    }

    private static void WriteFor(Utf8JsonWriter json, OwnField field)
    {
        json.WriteStartArray("x-kap-for");
        foreach (var one in (string?[])[field.OfPosts ? "posts" : null, field.OfPages ? "pages" : null])
        {
            if (one is not null)
            {
                json.WriteStringValue(one);
            }
        }
        foreach (var tag in field.Tags)
        {
            json.WriteStringValue("tag:" + tag);
        }
        json.WriteEndArray();
    }

    private static void WriteOne(Utf8JsonWriter json, OwnField field)
    {
        switch (field.Type)
        {
            case OwnFieldType.Number:
                WriteTypes(json, "number", "string", "null");
                // It binds texts alone: a number in quotation marks is one, too.
                json.WriteString("pattern", @"^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]{1,3})?$");
                break;
            case OwnFieldType.YesNo:
                WriteSwitch(json);
                break;
            case OwnFieldType.Date:
                WriteTypes(json, "string", "number", "null");
                break;
            case OwnFieldType.OneOf:
                WriteChoices(json, field.Choices);
                break;
            case OwnFieldType.Post:
                WriteTypes(json, "string", "null");
                break;
            default:
                WriteTypes(json, "string", "number", "boolean", "null");
                break;
        }
    }

    private static void WriteChoices(Utf8JsonWriter json, IReadOnlyList<string> choices)
    {
        json.WriteStartArray("enum");
        foreach (var choice in choices)
        {
            json.WriteStringValue(choice);
            // What YAML reads as a number is the same choice.
            if (decimal.TryParse(choice, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                json.WriteNumberValue(number);
            }
        }
        json.WriteNullValue();
        json.WriteEndArray();
    }

    private static void WriteSwitch(Utf8JsonWriter json)
    {
        json.WriteStartArray("enum");
        json.WriteBooleanValue(true);
        json.WriteBooleanValue(false);
        foreach (var word in (string[])["yes", "no", "true", "false", "on", "off"])
        {
            json.WriteStringValue(word);
        }
        json.WriteNullValue();
        json.WriteEndArray();
    }

    /// <summary>No limit where <paramref name="maxItems"/> is 0.</summary>
    private static void WriteOneOrMore(Utf8JsonWriter json, Action writeOne, int maxItems)
    {
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        writeOne();
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "array");
        if (maxItems > 0)
        {
            json.WriteNumber("maxItems", maxItems);
        }
        json.WriteStartObject("items");
        writeOne();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteTypes(Utf8JsonWriter json, params ReadOnlySpan<string> types)
    {
        json.WriteStartArray("type");
        foreach (var type in types)
        {
            json.WriteStringValue(type);
        }
        json.WriteEndArray();
    }
}
