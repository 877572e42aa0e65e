using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace KapFunctions.Cli.Tests;

/// <summary>An editor's machine: a folder of its own, in which <c>kap</c> is typed.</summary>
internal sealed class Desk : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("kap-").FullName;

    /// <summary>The environment variables.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>The clock on the wall.</summary>
    public FakeTimeProvider Clock { get; } = new(new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero));

    /// <summary>Puts a file into the folder.</summary>
    public Desk Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Puts a file into the folder.</summary>
    public Desk Write(string path, byte[] bytes)
    {
        var file = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        return this;
    }

    public string Read(string path) => File.ReadAllText(PathOf(path));

    public bool Has(string path) => File.Exists(PathOf(path));

    public void Delete(string path) => File.Delete(PathOf(path));

    public string PathOf(string path) => Path.Combine(root, path);

    /// <summary>All files, by path, without hidden folders.</summary>
    public IReadOnlyList<string> Files(string folder = ".") =>
        [
            .. Directory
                .EnumerateFiles(PathOf(folder), "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(PathOf(folder), file).Replace('\\', '/'))
                .Where(file => !file.StartsWith('.'))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Types a command and waits for its end.</summary>
    public async Task<Typed> TypeAsync(params string[] arguments)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await KapCommand.RunAsync(
            arguments,
            new(output, errors, root, name => Variables.GetValueOrDefault(name), Clock)
        );
        return new(code, output.ToString().ReplaceLineEndings("\n"), errors.ToString().ReplaceLineEndings("\n"));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}

/// <summary>What a command answered.</summary>
internal sealed record Typed(int Code, string Out, string Errors)
{
    public IReadOnlyList<string> Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The lines about the files whose paths begin so.</summary>
    public IEnumerable<string> About(string path) =>
        Lines.Where(line => line.StartsWith(path, StringComparison.Ordinal));
}
