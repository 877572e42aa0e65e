namespace KapFunctions.Standalone.Tests;

/// <summary>A folder of a test's own, removed with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("kap-").FullName;

    public void Write(string name, string text)
    {
        var file = File(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllText(file, text);
    }

    public void Rename(string from, string to) => System.IO.File.Move(File(from), File(to));

    public string Read(string name) => System.IO.File.ReadAllText(File(name));

    public bool Has(string name) => System.IO.File.Exists(File(name));

    public void Delete(string name) => System.IO.File.Delete(File(name));

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);

    public string File(string name) => System.IO.Path.Combine(Path, name);
}
