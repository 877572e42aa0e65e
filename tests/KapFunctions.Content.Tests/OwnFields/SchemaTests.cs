using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using KapFunctions.Content.OwnFields;
using KapFunctions.Content.Site;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KapFunctions.Content.Tests.OwnFields;

/// <summary>The schema of heads, as a text editor checks with it.</summary>
public sealed class SchemaTests
{
    private const string Site = """
        fields:
          note: { type: text, help: A sentence. }
          price: number
          sale: yes/no
          day: date
          level: one of easy, hard, 3
          topics: list of text
          scores: list of number
          next: { type: post, for: posts }
        """;

    [Theory]
    [InlineData("title: 2024")]
    [InlineData("date: 2024-03-05")]
    [InlineData("tags: [a, b]")]
    [InlineData("tags: a, b")]
    [InlineData("draft: true")]
    [InlineData("sources:\n  - title: A\n    url: https://example.org/\n  - https://example.org/")]
    [InlineData("feature_image:\n  src: media/a.png\n  alt: A lake")]
    [InlineData("anything: [1, { a: b }]")]
    [InlineData("note: A text")]
    [InlineData("note: 12")]
    [InlineData("price: 12.5")]
    [InlineData("price: \"12\"")]
    [InlineData("price:")]
    [InlineData("sale: yes")]
    [InlineData("day: 2024-03-05")]
    [InlineData("level: easy")]
    [InlineData("level: 3")]
    [InlineData("topics: [a, b]")]
    [InlineData("topics: a")]
    [InlineData("scores: [1, 2.5]")]
    [InlineData("next: posts/b.md")]
    public void What_the_site_reads_the_schema_allows(string head) => Assert.True(IsValid(head));

    [Theory]
    [InlineData("title: [a]")]
    [InlineData("draft: perhaps")]
    [InlineData("price: cheap")]
    [InlineData("price: [1]")]
    [InlineData("sale: perhaps")]
    [InlineData("level: middling")]
    [InlineData("scores: [many]")]
    [InlineData("topics: { a: b }")]
    [InlineData("next: [posts/b.md]")]
    public void What_the_site_would_tell_of_the_schema_forbids(string head) => Assert.False(IsValid(head));

    [Fact]
    public void Every_head_of_the_samples_is_valid()
    {
        var folder = Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "samples", "content");
        var files = Directory.GetFiles(folder, "*.md", SearchOption.AllDirectories);
        var site = SiteParser.Parse(Given.File(File.ReadAllText(Path.Combine(folder, "site.yaml")), "site.yaml"));
        var schema = JsonSchema.FromText(Encoding.UTF8.GetString(PostSchema.Of(site.Settings!)));

        Assert.NotEmpty(files);
        Assert.All(
            files,
            file =>
            {
                var parts = File.ReadAllText(file).ReplaceLineEndings("\n").Split("---\n", 3);
                Assert.True(parts is not ["", var head, _] || IsValid(schema, head), file);
            }
        );
    }

    [Fact]
    public void It_names_what_is_declared_with_its_sentence_and_its_type()
    {
        var own = JsonNode.Parse(Schema())!["properties"]!;

        Assert.Equal("A sentence.", (string?)own["note"]!["description"]);
        Assert.Equal("list of number", (string?)own["scores"]!["x-kap-type"]);
        Assert.Equal("""["posts"]""", own["next"]!["x-kap-for"]!.ToJsonString());
    }

    private static byte[] Schema() => PostSchema.Of(SiteParser.Parse(Given.File(Site, "site.yaml")).Settings!);

    private static bool IsValid(string head) => IsValid(JsonSchema.FromText(Encoding.UTF8.GetString(Schema())), head);

    private static bool IsValid(JsonSchema schema, string head) =>
        schema.Evaluate(JsonSerializer.SerializeToElement(Yaml(head))).IsValid;

    /// <summary>As the core schema of YAML 1.2 reads it, which text editors use.</summary>
    private static JsonNode? Yaml(string head)
    {
        var parser = new Parser(new StringReader(head));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        return Value(parser);
    }

    private static JsonNode? Value(Parser parser)
    {
        if (parser.TryConsume<MappingStart>(out _))
        {
            var map = new JsonObject();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = parser.Consume<YamlDotNet.Core.Events.Scalar>().Value;
                map[key] = Value(parser);
            }
            return map;
        }
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var list = new JsonArray();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                list.Add(Value(parser));
            }
            return list;
        }
        var scalar = parser.Consume<YamlDotNet.Core.Events.Scalar>();
        return scalar.Style != ScalarStyle.Plain ? JsonValue.Create(scalar.Value)
            : scalar.Value is "" or "~" or "null" ? null
            : scalar.Value is "true" or "false" ? JsonValue.Create(scalar.Value == "true")
            : decimal.TryParse(scalar.Value, System.Globalization.CultureInfo.InvariantCulture, out var number)
                ? JsonValue.Create(number)
            : JsonValue.Create(scalar.Value);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
