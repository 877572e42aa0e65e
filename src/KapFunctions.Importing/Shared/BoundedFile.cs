namespace KapFunctions.Importing.Shared;

internal static class BoundedFile
{
    /// <summary>Of a larger file one byte more than <paramref name="most"/>, so that it is seen to be too large.</summary>
    public static ReadOnlyMemory<byte> Read(string path, int most)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[Math.Min(file.Length, most + 1)];
        return bytes.AsMemory(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }
}
