namespace KapFunctions.Cli.Folders;

/// <summary>Reads files that may be of any size.</summary>
internal static class BoundedFile
{
    /// <summary>The bytes, or one more than <paramref name="most"/> of a larger file, which is then seen to be too large.</summary>
    public static ReadOnlyMemory<byte> Read(string path, int most)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[Math.Min(file.Length, most + 1)];
        return bytes.AsMemory(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }
}
