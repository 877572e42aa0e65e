using System.Text.Json;
using KapFunctions.Content.Settings;
using KapFunctions.Delivery.Shapes;
using KapFunctions.Http;

namespace KapFunctions.Delivery.Feeds;

/// <summary>Feeds in JSON: https://www.jsonfeed.org/version/1.1/</summary>
internal static class JsonFeed
{
    private const string MediaType = "application/feed+json; charset=utf-8";

    public static Answer Of(Feed feed) =>
        JsonAnswer.Of(
            json =>
            {
                json.WriteStartObject();
                json.WriteString("version", "https://jsonfeed.org/version/1.1");
                json.WriteString("title", feed.Title);
                json.WriteString("home_page_url", feed.Home);
                json.WriteString("feed_url", feed.Self);
                WriteIfAny(json, "description", feed.Description);
                WriteIfAny(json, "icon", feed.Icon);
                json.WriteString("language", feed.Language);
                json.WriteList("items", feed.Entries, entry => Write(json, entry));
                json.WriteEndObject();
            },
            feed.Updated,
            MediaType
        );

    private static void Write(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.FormerId ?? entry.Id);
        json.WriteString("url", entry.Url);
        json.WriteString("title", entry.Title);
        json.WriteString("content_html", entry.Html);
        WriteIfAny(json, "summary", entry.Summary);
        WriteIfAny(json, "image", entry.Picture?.Url);
        json.WriteString("date_published", GhostTime.Format(entry.Published));
        json.WriteString("date_modified", GhostTime.Format(entry.Updated));
        json.WriteList("authors", entry.Authors, author => WriteAuthor(json, author));
        json.WriteList("tags", entry.Tags, json.WriteStringValue);
        WriteAudio(json, entry.Audio);
        json.WriteEndObject();
    }

    private static void WriteAuthor(Utf8JsonWriter json, Author author)
    {
        json.WriteStartObject();
        json.WriteString("name", author.Name);
        WriteIfAny(json, "url", author.Website);
        json.WriteEndObject();
    }

    private static void WriteAudio(Utf8JsonWriter json, FeedAudio? audio)
    {
        if (audio is null)
        {
            return;
        }

        json.WriteStartArray("attachments");
        json.WriteStartObject();
        json.WriteString("url", audio.Url);
        json.WriteString("mime_type", audio.MediaType);
        if (audio.Size is { } size)
        {
            json.WriteNumber("size_in_bytes", size);
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }
}
