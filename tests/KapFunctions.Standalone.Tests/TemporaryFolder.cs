namespace KapFunctions.Standalone.Tests;

/// <summary>A folder of a test's own, removed with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("kap-").FullName;

    public void Write(string name, string text)
    {
        var file = FileOf(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public void Rename(string from, string to) => File.Move(FileOf(from), FileOf(to));

    public void Delete(string name) => File.Delete(FileOf(name));

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);

    private string FileOf(string name) => System.IO.Path.Combine(Path, name);
}
