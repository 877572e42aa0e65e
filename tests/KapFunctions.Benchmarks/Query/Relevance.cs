using System.Text.Json;
using KapFunctions.Content;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Sources;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Search;
using KapFunctions.Storage.Index;

namespace KapFunctions.Benchmarks.Query;

/// <summary>Asks the questions of <c>tests/relevance</c> of a folder of posts, and writes what was found, with the texts, for the
/// script there that judges it.</summary>
internal static class Relevance
{
    private const int Shown = 10;

    public static async Task RunAsync(string corpus, string questions, string output)
    {
        var posts = Directory
            .GetFiles(corpus, "*.md")
            .Order(StringComparer.Ordinal)
            .Select(file => (Name: Path.GetFileNameWithoutExtension(file), Post: Render(file)))
            .Where(one => one.Post is not null)
            .ToDictionary(one => "bodies/" + one.Name, one => one.Post!);
        var folder = Directory.CreateTempSubdirectory("kap-relevance-");
        using (var replica = new Replica(folder.FullName))
        using (var bodies = new BodyReader(folder.FullName, 1 << 20, Source(posts)))
        {
            var rows = posts.Select(IndexRow (one) => Row(one.Key, one.Value.Metadata));
            await replica.LoadAsync(
                new Head("corpus", 0, Complete: true, ""),
                rows.ToAsyncEnumerable(),
                AsyncEnumerable.Empty<LogEntry>(),
                default
            );
            await new SearchIndexer(replica, bodies).IndexAsync(default);
            using var view = replica.Read(DateTimeOffset.UtcNow);
            var found = File.ReadLines(questions)
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split('\t')[0])
                .ToDictionary(question => question, question => Names(view, question));
            await WriteAsync(output, posts, found);
        }

        folder.Delete(recursive: true);
    }

    private static RenderedPost? Render(string file) =>
        PostRenderer
            .Render(new SourceFile("posts/" + Path.GetFileName(file), File.ReadAllBytes(file)), new RenderSettings())
            .Post;

    private static PostRow Row(string body, PostMetadata metadata) =>
        new()
        {
            Path = $"posts/{body[7..]}.md",
            Id = ContentIds.OfTag(body),
            FirstSeen = DateTimeOffset.UnixEpoch,
            State = PostState.Published,
            SourceETag = "1",
            Body = body,
            Metadata = metadata,
        };

    private static string[] Names(View view, string question) =>
        [
            .. view.Search(new SearchQuery(question) { Limit = Shown })
                .Hits.Select(hit => Path.GetFileNameWithoutExtension(hit.Post.Path)),
        ];

    private static async Task WriteAsync(
        string output,
        Dictionary<string, RenderedPost> posts,
        Dictionary<string, string[]> found
    )
    {
        await using var file = File.Create(output);
        await JsonSerializer.SerializeAsync(
            file,
            new
            {
                found,
                posts = posts.Select(one => new
                {
                    name = one.Key[7..],
                    title = one.Value.Metadata.Title,
                    tags = string.Join(", ", one.Value.Metadata.Tags.Select(tag => tag.Name)),
                    text = one.Value.Body.PlainText,
                }),
            }
        );
    }

    private static ReplicaSource Source(Dictionary<string, RenderedPost> posts) =>
        new()
        {
            ReadHead = _ => throw new NotSupportedException(),
            ReadRows = _ => throw new NotSupportedException(),
            ReadLog = (_, _, _) => throw new NotSupportedException(),
            ReadBody = (name, _) => Task.FromResult<PostBody?>(posts[name].Body),
        };
}
