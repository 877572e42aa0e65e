using KapFunctions.Cli.Checking;
using KapFunctions.Content.Links;
using KapFunctions.Content.Redirects;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Cli.Importing;

/// <summary>Whether each address of the old site leads somewhere in the folder that was made of it.</summary>
internal static class AddressProof
{
    public static void Tell(ImportTarget target, CheckResult result, ImportReport report)
    {
        var (slugs, aliases) = (
            new HashSet<string>(StringComparer.Ordinal),
            new HashSet<string>(StringComparer.Ordinal)
        );
        foreach (var post in result.Files.Select(file => file.Post).OfType<Content.Posts.RenderedPost>())
        {
            if (!post.Metadata.Draft)
            {
                slugs.Add(AddressKey.Of(post.Metadata.Slug));
                aliases.UnionWith(post.Metadata.Aliases.Select(AddressKey.Of));
            }
        }
        var rules = new RedirectRules(RulesOf(target.Folder));
        var (stay, move, gone, lost) = (0, 0, 0, 0);
        foreach (var address in target.OldAddresses)
        {
            var key = AddressKey.Of(address);
            if (address.Contains('?', StringComparison.Ordinal))
            {
                lost++;
                report.Add(address, "cannot be kept: what follows a question mark is no part of an address here");
            }
            else if (key.Length == 0 || slugs.Contains(key) || OwnAddresses.Has(key.Split('/')[0]))
            {
                stay++;
            }
            else if (aliases.Contains(key))
            {
                move++;
            }
            else if (rules.Find(address) is { } rule)
            {
                (move, gone) = rule.Target is null ? (move, gone + 1) : (move + 1, gone);
            }
            else
            {
                lost++;
                report.Add(
                    address,
                    $"leads nowhere now. Add \"{address}: /…/\" or \"{address}: 410\" to redirects.yaml"
                );
            }
        }
        if (target.OldAddresses.Count > 0)
        {
            report.AddResult(
                $"{target.OldAddresses.Count} old addresses: {stay} stay, {move} lead on, {gone} say that they are gone, {lost} lead nowhere"
            );
        }
    }

    private static IReadOnlyList<RedirectRule> RulesOf(string folder)
    {
        var file = Path.Combine(folder, RedirectsParser.Path);
        return File.Exists(file)
            ? RedirectsParser.Parse(new(RedirectsParser.Path, BoundedFile.Read(file, RedirectsParser.MaxBytes))).Rules
                ?? []
            : [];
    }
}
