using KapFunctions.Content.PageHead;
using KapFunctions.Content.Settings;

namespace KapFunctions.Site;

/// <summary>Somebody who writes, as the page of their posts shows them.</summary>
internal static class AuthorModel
{
    public static Dictionary<string, object?> Of(Author author) =>
        new()
        {
            ["name"] = author.Name,
            ["role"] = author.Role,
            ["location"] = author.Location,
            ["credentials"] = string.Join(", ", author.Credentials),
            ["licences"] = author.Licences,
            ["website"] = author.Website,
            ["social"] = SocialLinks
                .Of(author.Social)
                .Select(link => new Dictionary<string, object?> { ["label"] = link.Label, ["url"] = link.Url })
                .ToArray(),
        };
}
