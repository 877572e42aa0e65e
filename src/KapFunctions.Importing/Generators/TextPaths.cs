namespace KapFunctions.Importing.Generators;

/// <summary>Gives each text a path of its own. Two folders may hold files of one name, as the languages of a Jekyll site do: their
/// folders tell them apart.</summary>
internal sealed class TextPaths
{
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    public string Take(string wanted, string folder)
    {
        if (taken.Add(wanted))
        {
            return wanted;
        }
        var kind = wanted.IndexOf('/', StringComparison.Ordinal) + 1;
        var parts = folder.Split('/').Where(part => part is not ("" or "_posts"));
        var named = $"{wanted[..kind]}{string.Join('/', parts)}/{wanted[(wanted.LastIndexOf('/') + 1)..]}";
        var free = named;
        for (var i = 2; !taken.Add(free); i++)
        {
            free = $"{Path.ChangeExtension(named, null)}-{i}{Path.GetExtension(named)}";
        }
        return free;
    }
}
