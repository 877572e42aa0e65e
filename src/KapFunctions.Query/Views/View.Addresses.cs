using KapFunctions.Content.Links;
using KapFunctions.Content.Text;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query;

public sealed partial class View
{
    private const string TitlePrefix = Placeholder.Scheme + "title/";

    /// <summary>
    /// What <paramref name="address"/> leads to: a slug, or a path as front matter lists it under its aliases.
    /// A visible post beats the latest departure from the address, which beats aliases, unless it leads nowhere.
    /// Of two posts with the same alias the one whose path sorts first has it.
    /// </summary>
    public Resolution Resolve(string address)
    {
        var name = Addresses.Normalize(address);
        if (FindBySlug(null, name) is { } post)
        {
            return new Resolution.Live(post);
        }

        var departed = Departed(name);
        return departed is Resolution.Redirect ? departed : Alias(name) ?? departed;
    }

    /// <summary>
    /// Where <c>kap:posts/b.md#part</c> or <c>kap:title/{title}</c> leads; null where no visible post stands there.
    /// A title may also be a file's name without its ending; of several posts the path that sorts first is meant.
    /// </summary>
    public Target? ResolvePlaceholder(string placeholder)
    {
        if (!placeholder.StartsWith(Placeholder.Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        var end = placeholder.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? at : placeholder.Length;
        var (address, fragment) = (placeholder[..end], placeholder[end..]);
        var post = address.StartsWith(TitlePrefix, StringComparison.Ordinal)
            ? FindByTitle(Uri.UnescapeDataString(address[TitlePrefix.Length..]))
            : FindByPath(Uri.UnescapeDataString(address[Placeholder.Scheme.Length..]));
        return post is { Metadata: { } metadata } ? new(metadata.Kind, metadata.Slug, fragment) : null;
    }

    private PostRow? FindByTitle(string title) =>
        Rows(
                "select s.json from title t join source s on s.post = t.post where t.title = $0 order by t.path",
                ReadPost,
                SqliteText.Fold(title)
            )
            .FirstOrDefault(post => post.IsVisible(Now));

    private Resolution Departed(string slug)
    {
        var departures = Rows("select json from departure where slug = $0", row => (DepartureRow)Read(row, 0), slug);
        if (departures.SingleOrDefault() is not { } departure)
        {
            return new Resolution.NotFound();
        }

        var posts = Rows("select json from source where id = $0 order by path", ReadPost, departure.Id);
        return posts.FirstOrDefault(post => post.IsVisible(Now)) is { } visible ? RedirectTo(visible)
            : posts.Count > 0 ? new Resolution.NotFound()
            : new Resolution.Gone();
    }

    private Resolution.Redirect? Alias(string address) =>
        Rows(
                "select s.json from alias a join source s on s.post = a.post where a.address = $0 order by a.path",
                ReadPost,
                address
            )
            .FirstOrDefault(post => post.IsVisible(Now))
            is { } post
            ? RedirectTo(post)
            : null;

    private static Resolution.Redirect RedirectTo(PostRow post) => new(post.Metadata!.Kind, post.Metadata.Slug);
}
