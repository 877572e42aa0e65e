using System.Text;
using System.Text.Json;
using KapFunctions.Content.Settings;
using KapFunctions.Storage.Index;

namespace KapFunctions.Storage.Tests.Index;

/// <summary>What the next release writes is read by this one: kept to the last field, passed over where it is unknown.</summary>
public sealed class NextReleaseTests
{
    private const string Key = "post:1";

    private const string Post = """
        {"$type":"post","path":"posts/a.md","id":"1","firstSeen":"2026-01-01T00:00:00+00:00","sourceETag":"1",
        "metadata":{"title":"A","slug":"a","mood":{"is":"good"}},"translations":["fr"]}
        """;

    [Fact]
    public void A_row_of_an_unknown_kind_is_kept_byte_for_byte()
    {
        const string language = """{"$type":"language","tag":"fr","nested":{"deep":[1,2]}}""";

        var row = Read(language, "language:fr");

        Assert.Equal("language:fr", Assert.IsType<UnknownRow>(row).Key);
        Assert.Equal(language, Encoding.UTF8.GetString(IndexRows.Write(row)));
    }

    [Fact]
    public void A_row_with_unknown_fields_is_kept_byte_for_byte() =>
        Assert.Equal(Post, Encoding.UTF8.GetString(IndexRows.Write(Read(Post)!)));

    [Fact]
    public void Unknown_fields_stay_when_this_release_changes_the_row()
    {
        var changed = (PostRow)Read(Post)! with { Announced = true };

        var json = JsonDocument.Parse(IndexRows.Write(changed)).RootElement;

        Assert.True(json.GetProperty("announced").GetBoolean());
        Assert.Equal("fr", json.GetProperty("translations")[0].GetString());
        Assert.Equal("good", json.GetProperty("metadata").GetProperty("mood").GetProperty("is").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("{}")]
    [InlineData("""{"path":"posts/a.md"}""")]
    [InlineData("""{"$type":"post"}""")]
    [InlineData("""{"$type":"language","tag":""")]
    [InlineData("""["$type","language"]""")]
    public void A_row_that_somebody_corrupted_is_lost_and_not_taken_for_a_newer_one(string json) =>
        Assert.Null(Read(json));

    [Theory]
    [InlineData("\"Translated\"")]
    [InlineData("\"translated\"")]
    [InlineData("17")]
    [InlineData("{\"name\":\"Translated\"}")]
    public void A_change_of_an_unknown_kind_is_an_entry_like_any_other(string kind)
    {
        var entry = ReadEntry(
            $$"""
            {"sequence":7,"at":"2026-01-01T00:00:00+00:00","kind":{{kind}},"path":"posts/a.md","by":{"role":"author"},
            "rows":[{"key":"language:fr","row":{"$type":"language","tag":"fr"},"why":1},{"key":"{{Key}}"}]}
            """
        );

        Assert.Equal((7, ChangeKind.Unknown), (entry.Sequence, entry.Kind));
        Assert.Collection(
            entry.Rows,
            change => Assert.IsType<UnknownRow>(change.Row),
            change => Assert.Equal(new RowChange(Key, null), change)
        );
    }

    [Fact]
    public void An_entry_is_written_as_it_was_read()
    {
        var written = new LogEntry(
            Sequence: 1,
            DateTimeOffset.UnixEpoch,
            ChangeKind.Published,
            "posts/a.md",
            "1",
            "a",
            [new(Key, Read(Post)), new("language:fr", Read("""{"$type":"language"}""", "language:fr"))]
        );

        var json = JsonSerializer.Serialize(written, IndexJson.Default.LogEntry);

        Assert.Contains("\"kind\":\"Published\"", json, StringComparison.Ordinal);
        Assert.Equal(json, JsonSerializer.Serialize(ReadEntry(json), IndexJson.Default.LogEntry));
        Assert.Contains("""{"$type":"language"}""", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_row_in_the_log_that_cannot_be_read_is_never_taken_for_a_removal() =>
        Assert.Throws<JsonException>(() =>
            ReadEntry("""{"sequence":1,"rows":[{"key":"post:1","row":{"$type":"post"}}]}""")
        );

    private static IndexRow? Read(string json, string key = Key) => IndexRows.Read(key, json);

    private static LogEntry ReadEntry(string json) => JsonSerializer.Deserialize(json, IndexJson.Default.LogEntry)!;

    [Fact]
    public void What_a_post_depends_on_is_written_by_names_that_the_first_release_knows()
    {
        var row = (PostRow)Read(Post)! with { Uses = (RenderDependencies)0xFF };

        var written = IndexRows.Write(row);

        Assert.Equal(
            ["TimeZone", "Language", "Aliases", "Frontmatter", "Embeds", "ForeignPictures"],
            JsonDocument.Parse(written).RootElement.GetProperty("uses").GetString()!.Split(", ")
        );
        Assert.Equal(row.Uses, ((PostRow)Read(Encoding.UTF8.GetString(written))!).Uses);
    }
}
