namespace KapFunctions.Importing.Shared;

internal static class ExportFile
{
    /// <summary>In bytes; more text than that is nobody's blog.</summary>
    private const long MaxBytes = 256L << 20;

    /// <exception cref="ImportException">There is no such file, or it is too large.</exception>
    public static FileStream Open(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new ImportException($"There is no file {path}.");
        }
        return file.Length <= MaxBytes
            ? file.OpenRead()
            : throw new ImportException($"{path} is larger than 256 MiB. Export it in several parts.");
    }
}
