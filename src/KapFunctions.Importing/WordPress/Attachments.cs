using System.Globalization;
using System.Net;

namespace KapFunctions.Importing.WordPress;

/// <param name="Parent">The post that it was uploaded to.</param>
internal sealed record Attachment(
    string Id,
    string Address,
    string Parent,
    int Order,
    string Title,
    string Caption,
    string Alt
)
{
    public bool IsPicture => IsOf("image/");

    public bool IsOf(string kind) =>
        Content.Links.MediaTypes.Of(Address)?.StartsWith(kind, StringComparison.Ordinal) == true;

    public string ToHtml()
    {
        var alt = Encoded(
            Alt.Length > 0 ? Alt
            : Caption.Length > 0 ? ""
            : Title
        );
        var shown = IsPicture
            ? $"<img src=\"{Encoded(Address)}\" alt=\"{alt}\">"
            : $"<{(IsOf("video/") ? "video" : "audio")} controls src=\"{Encoded(Address)}\" title=\"{Encoded(Title)}\"></{(IsOf("video/") ? "video" : "audio")}>";
        return Caption.Length > 0
            ? $"\n\n<figure>{shown}<figcaption>{Caption}</figcaption></figure>\n\n"
            : $"\n\n<figure>{shown}</figure>\n\n";
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}

/// <summary>The files of an export, by number and by the post that they belong to.</summary>
internal sealed class Attachments
{
    private readonly Dictionary<string, Attachment> byId = new(StringComparer.Ordinal);
    private ILookup<string, Attachment>? byParent;

    public void Add(Attachment attachment) => byId[attachment.Id] = attachment;

    public Attachment? Find(string? id) => id is null ? null : byId.GetValueOrDefault(id.Trim());

    /// <summary>As a gallery shows them.</summary>
    public IEnumerable<Attachment> Of(string post)
    {
        byParent ??= byId.Values.ToLookup(attachment => attachment.Parent, StringComparer.Ordinal);
        return byParent[post]
            .OrderBy(attachment => attachment.Order)
            .ThenBy(attachment => long.TryParse(attachment.Id, CultureInfo.InvariantCulture, out var id) ? id : 0);
    }
}
