using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Http;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Delivery.Lists;

/// <summary>What a caller most likely did not mean: a field that is none, a parameter one slip away from one that is. Whoever gets
/// an answer to another question than theirs may never notice.</summary>
internal static class Misspelt
{
    private static readonly string[] Parameters = ["fields", "filter", "formats", "include", "limit", "order", "page"];

    /// <summary>Null where all is spelt well. Parameters that are like none are other people's, and passed over.</summary>
    public static ContentError? In(IQueryCollection query, IContentCollection collection, SiteSettings site)
    {
        var known =
            collection is not PostCollection ? Parameters
            : site.Languages.Count == 0 ? [.. Parameters, "tag"]
            : [.. Parameters, "tag", "lang"];
        foreach (var (written, _) in query)
        {
            var small = written.ToLowerInvariant();
            if (!known.Contains(small) && Array.Find(known, name => Spelling.IsNear(small, name)) is { } meant)
            {
                return new ContentError.Malformed(written, $"is not known; \"{meant}\" is meant, most likely.");
            }
        }

        var fields = collection.FieldNames(site).ToArray();
        return RequestedFields.Names(query["fields"])?.FirstOrDefault(name => !fields.Contains(name)) is { } unknown
            ? new ContentError.Malformed("fields", Sentence(collection, fields, unknown))
            : null;
    }

    private static string Sentence(IContentCollection collection, string[] fields, string unknown) =>
        Array.Find(fields, field => Spelling.IsNear(unknown, field)) is { } meant
            ? $"names \"{Shortened(unknown)}\", which {collection.Name} do not have; \"{meant}\" is meant, most likely."
            : $"names \"{Shortened(unknown)}\", which {collection.Name} do not have. There are {string.Join(", ", fields)}.";

    private static string Shortened(string name) => name.Length > 40 ? name[..40] + "…" : name;
}
