using KapFunctions.Storage.Index;

namespace KapFunctions.Proof.Tests.Histories;

/// <summary>A file as the model knows it.</summary>
/// <param name="Text">What marks this version in its body.</param>
/// <param name="Slug">The slug it wants; null for a broken file.</param>
/// <param name="IsDraft">Whether it is kept back.</param>
internal sealed record ModelFile(string Text, string? Slug, bool IsDraft);

/// <summary>The pure model: which files there are, and what the index must hold of them however that came about.</summary>
internal sealed class Model
{
    private readonly Dictionary<string, HashSet<string>> everUploaded = [];

    /// <summary>The files there are.</summary>
    public Dictionary<string, ModelFile> Files { get; } = [];

    public void Upload(string path, ModelFile file)
    {
        Files[path] = file;
        everUploaded.TryAdd(path, []);
        everUploaded[path].Add(file.Text);
    }

    public bool WasUploaded(string path, string text) =>
        everUploaded.TryGetValue(path, out var texts) && texts.Contains(text);

    /// <summary>Compares the end state, given the text of each row's body by path.</summary>
    public void Check(IReadOnlyDictionary<string, PostRow> rows, IReadOnlyDictionary<string, string> texts)
    {
        Assert.Equal(Files.Keys.Order(), rows.Keys.Order());
        var held = rows.Values.Where(row => row.HoldsSlug).Select(row => row.Metadata!.Slug).ToHashSet();
        foreach (var (path, file) in Files)
        {
            CheckFile(rows[path], file, texts.GetValueOrDefault(path), held);
        }
    }

    private void CheckFile(PostRow row, ModelFile file, string? text, HashSet<string> held)
    {
        if (file.Slug is null)
        {
            Assert.True(row.Errors > 0);
            Assert.True(text is null || WasUploaded(row.Path, text), $"{row.Path} shows '{text}'");
            return;
        }

        Assert.Equal(0, row.Errors);
        Assert.Contains(file.Slug, held);
        if (row.WantedSlug is { } wanted)
        {
            Assert.Equal(file.Slug, wanted);
            return;
        }

        Assert.Equal(file.Slug, row.Metadata!.Slug);
        Assert.Equal(file.IsDraft ? PostState.Draft : PostState.Published, row.State);
        Assert.Equal(file.Text, text);
    }
}
