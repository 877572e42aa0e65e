using System.Text.Json;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;

namespace KapFunctions.Storage.Tests.Formats;

/// <summary>A replica in a folder of its own.</summary>
internal sealed class PlayedReplica : IDisposable
{
    private static readonly DateTimeOffset Later = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kap-formats-");

    public PlayedReplica() => Replica = new(folder.FullName);

    public Replica Replica { get; }

    /// <summary>Everything that it knows of files, and where the addresses of posts lead.</summary>
    public IReadOnlyList<string> Answers()
    {
        using var view = Replica.Read(Later);
        var sources = view.Sources();
        return
        [
            JsonSerializer.Serialize(view.Site, IndexJson.Default.IndexRow),
            .. sources.Select(row => JsonSerializer.Serialize(row, IndexJson.Default.IndexRow)),
            .. view.Theme().Select(row => JsonSerializer.Serialize(row, IndexJson.Default.IndexRow)),
            .. view.MediaWithProblems().Select(row => JsonSerializer.Serialize(row, IndexJson.Default.IndexRow)),
            .. sources.Select(row => $"{view.Resolve(row.Metadata?.Slug ?? row.Path)}"),
        ];
    }

    public void Dispose()
    {
        Replica.Dispose();
        folder.Delete(recursive: true);
    }
}
