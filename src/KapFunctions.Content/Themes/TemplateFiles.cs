using System.Text;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace KapFunctions.Content.Themes;

/// <summary><c>render</c> and <c>include</c> find the templates of one set, and no file of the machine.</summary>
/// <param name="texts">The templates, by name.</param>
/// <param name="areOthersEmpty">Whether an unknown template is empty instead of missing.</param>
internal sealed class TemplateFiles(IReadOnlyDictionary<string, string> texts, bool areOthersEmpty) : IFileProvider
{
    private const string Ending = ".liquid";

    public IFileInfo GetFileInfo(string subpath)
    {
        var name = subpath.EndsWith(Ending, StringComparison.Ordinal) ? subpath[..^Ending.Length] : subpath;
        return texts.TryGetValue(name, out var text) ? new TemplateFile(name, text)
            : areOthersEmpty ? new TemplateFile(name, "")
            : new NotFoundFileInfo(name);
    }

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private sealed class TemplateFile(string name, string text) : IFileInfo
    {
        private readonly byte[] bytes = Encoding.UTF8.GetBytes(text);

        public bool Exists => true;
        public long Length => bytes.Length;
        public string? PhysicalPath => null;
        public string Name => name;

        /// <summary>A set never changes.</summary>
        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;
        public bool IsDirectory => false;

        public Stream CreateReadStream() => new MemoryStream(bytes, writable: false);
    }
}
