namespace KapFunctions.Storage.TemporaryFiles;

/// <summary>Writes files so that they are there whole or not at all.</summary>
public static class AtomicFile
{
    /// <summary>Writes a file and the folders above it.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var temporary = TemporaryBeside(path);
        File.WriteAllBytes(temporary, bytes);
        File.Move(temporary, path, overwrite: true);
    }

    /// <inheritdoc cref="Write" />
    public static async Task WriteAsync(string path, Stream content, CancellationToken cancellation)
    {
        var temporary = TemporaryBeside(path);
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew))
            {
                await content.CopyToAsync(file, cancellation);
            }
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>A hidden name, which is no content.</summary>
    private static string TemporaryBeside(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $".{Guid.NewGuid():n}.tmp");
    }
}
