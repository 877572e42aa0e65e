using KapFunctions.Content.OwnFields;
using KapFunctions.Content.Settings;
using KapFunctions.Storage.Index;

namespace KapFunctions.Reading;

/// <summary>What readers see of the site's own fields: as its head says, without posts that they do not see.</summary>
internal static class SeenFields
{
    public static IReadOnlyList<OwnFieldValues> Of(PostRow row, SiteSettings site, PublicAddresses addresses) =>
        site.Fields.Count == 0 || row.Metadata is not { Written: not null } post
            ? []
            :
            [
                .. new OwnFieldReader(site)
                    .Read(row.Path, post)
                    .Select(one => one with { Values = [.. one.Values.Where(value => IsSeen(value, addresses))] })
                    .Where(one => one.Values.Count > 0),
            ];

    private static bool IsSeen(OwnValue value, PublicAddresses addresses) =>
        value is not OwnValue.Post post || addresses.PostAt(post.Placeholder) is not null;
}
