using KapFunctions.Content.Links;
using KapFunctions.Content.Posts;

namespace KapFunctions.Importing.Shared;

/// <summary>Addresses at which readers and search engines found something, as paths of the old site.</summary>
internal sealed class OldAddressList
{
    public const string FileName = "old-addresses.txt";

    /// <summary>More than that is no site of texts.</summary>
    private const int MaxAddresses = 100_000;

    private readonly List<string> all = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> All => all;

    public void Add(string address)
    {
        if (all.Count < MaxAddresses && known.Add(AddressKey.Of(address)))
        {
            all.Add(address);
        }
    }

    /// <summary>A text without another address has the one that it had.</summary>
    public void Add(PostMetadata post)
    {
        if (post.Draft)
        {
            return;
        }
        foreach (var alias in post.Aliases.Where(alias => alias.StartsWith('/')))
        {
            Add(alias);
        }
        if (post.Aliases.Count == 0)
        {
            Add($"/{post.Slug}/");
        }
    }
}
