namespace KapFunctions.Importing.Shared;

internal static class ExportFile
{
    /// <summary>Of an export that has to be in memory as a whole, in bytes.</summary>
    public const long MaxBytes = 256L << 20;

    /// <summary>Of one that is read item by item; more text than that is nobody's blog.</summary>
    public const long MaxStreamed = 2L << 30;

    /// <exception cref="ImportException">There is no such file, or it is too large.</exception>
    public static FileStream Open(string path, long most)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new ImportException($"There is no file {path}.");
        }
        return file.Length <= most
            ? file.OpenRead()
            : throw new ImportException($"{path} is larger than {most >> 20} MiB. Export it in several parts.");
    }
}
