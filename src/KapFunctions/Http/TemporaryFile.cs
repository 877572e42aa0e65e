namespace KapFunctions.Http;

/// <summary>Files that are gone when they are closed, even when that is because the process ended.</summary>
internal static class TemporaryFile
{
    /// <summary>An empty one, to write and read.</summary>
    public static FileStream Create() =>
        new(
            Path.Combine(Path.GetTempPath(), $"kapfunctions-{Guid.NewGuid():n}"),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            }
        );
}
