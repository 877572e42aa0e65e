using System.Buffers;

namespace KapFunctions.Importing.Shared;

/// <summary>Looks in <paramref name="roots"/> in their order, which lie beside the export; copies below <c>media/</c>.</summary>
internal sealed class MediaImport(IReadOnlyList<string> roots, string target, ImportReport report, WebMedia? web = null)
{
    /// <summary>What a site serves at most.</summary>
    private const long MaxMediaBytes = 25 << 20;

    private static readonly SearchValues<char> Meaningful = SearchValues.Create("\\:*?\"<>|");

    private readonly Dictionary<string, string?> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> fetched = new(StringComparer.Ordinal);

    /// <summary>Null where the file is not there, too large, or not safe to take: its path leads out of the folder or through a link,
    /// which could bring any file of this machine onto the site.</summary>
    public string? Take(string path)
    {
        if (!taken.TryGetValue(path, out var address))
        {
            address = Copy(path);
            taken[path] = address;
        }
        return address;
    }

    /// <summary>The same from the old site, where that may be asked.</summary>
    /// <param name="path">Below <c>media/</c>.</param>
    /// <param name="address">Where it is there, with or without the host.</param>
    public string? Fetch(string path, string address)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (web is null || parts.Length == 0 || parts.Any(IsUnsafe))
        {
            return null;
        }
        if (fetched.TryGetValue(path, out var known))
        {
            return known;
        }
        var why = web.Get(address, Path.Combine([target, "media", .. parts]), MaxMediaBytes);
        if (why is not null)
        {
            report.Add("media", $"could not be fetched: {address} ({why})");
        }
        report.Media += why is null ? 1 : 0;
        return fetched[path] = why is null ? AddressOf(parts) : null;
    }

    private static string AddressOf(string[] parts) => "/media/" + string.Join('/', parts.Select(Uri.EscapeDataString));

    private string? Copy(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || parts.Any(IsUnsafe) || Find(parts) is not { } file)
        {
            return null;
        }
        if (file.Length > MaxMediaBytes)
        {
            report.Add(path, "is larger than 25 MiB and was not copied");
            return null;
        }
        var copy = Path.Combine([target, "media", .. parts]);
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        if (!File.Exists(copy))
        {
            File.Copy(file.FullName, copy);
            report.Media++;
        }
        return AddressOf(parts);
    }

    private FileInfo? Find(string[] parts) =>
        roots
            .Select(root => new FileInfo(Path.Combine([root, .. parts])))
            .FirstOrDefault(file => file.Exists && !LeadsThroughLink(file, parts.Length));

    private static bool LeadsThroughLink(FileInfo file, int depth)
    {
        if (file.LinkTarget is not null)
        {
            return true;
        }
        var folder = file.Directory;
        for (var i = 1; i < depth && folder is not null; i++, folder = folder.Parent)
        {
            if (folder.LinkTarget is not null)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Dots lead elsewhere or hide; the others mean something to some file system.</summary>
    private static bool IsUnsafe(string part) =>
        part.StartsWith('.') || part.AsSpan().IndexOfAny(Meaningful) >= 0 || part.Any(char.IsControl);
}
