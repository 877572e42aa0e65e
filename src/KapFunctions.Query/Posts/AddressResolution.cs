using KapFunctions.Content.Links;
using KapFunctions.Content.Redirects;
using KapFunctions.Content.Sources;
using KapFunctions.Content.Text;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Posts;

public static class AddressResolution
{
    private const string TitlePrefix = Placeholder.Scheme + "title/";

    /// <summary><paramref name="address"/> is a slug, or a path as aliases list it. A visible post beats the latest departure from the
    /// address, which beats aliases unless it leads nowhere. Of two posts with one alias the path that sorts first has it.</summary>
    public static Resolution Resolve(this View view, string address)
    {
        var name = Addresses.Normalize(address);
        if (view.FindBySlug(null, name) is { } post)
        {
            return new Resolution.Live(post);
        }

        var departed = Departed(view, name);
        return departed is Resolution.Redirect ? departed : Alias(view, name) ?? departed;
    }

    /// <summary>Those of <c>redirects.yaml</c>.</summary>
    public static RedirectRules RedirectRules(this View view) =>
        view.Redirections.At(view.Position, () => view.Redirects()?.Rules ?? []);

    /// <summary>Where <c>kap:posts/b.md#part</c> or <c>kap:title/{title}</c> leads; null where no visible post stands there. A
    /// title may also be a file's name without its ending, with folders before it or without; of several posts the path that
    /// sorts first is meant.</summary>
    public static Target? ResolvePlaceholder(this View view, string placeholder)
    {
        var end = placeholder.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? at : placeholder.Length;
        return view.FindPlaced(placeholder) is { Metadata: { } metadata }
            ? new(metadata.Kind, metadata.Slug, placeholder[end..])
            : null;
    }

    /// <summary>The post itself.</summary>
    public static PostRow? FindPlaced(this View view, string placeholder)
    {
        if (!placeholder.StartsWith(Placeholder.Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        var address = placeholder.Split('#')[0];
        return address.StartsWith(TitlePrefix, StringComparison.Ordinal)
            ? FindByTitle(view, Uri.UnescapeDataString(address[TitlePrefix.Length..]))
            : view.FindByPath(Uri.UnescapeDataString(address[Placeholder.Scheme.Length..]));
    }

    private static PostRow? FindByTitle(View view, string title)
    {
        // Another may be called so, and come first.
        view.Depends.NoteOrder();
        return FileNames.Find(title, spelled => Titled(view, spelled).FirstOrDefault())
            ?? (
                title.Contains('/', StringComparison.Ordinal)
                    ? Titled(view, title[(title.LastIndexOf('/') + 1)..])
                        .FirstOrDefault(post => ContentPaths.EndsIn(post.Path, title))
                    : null
            );
    }

    private static IEnumerable<PostRow> Titled(View view, string title) =>
        view.Rows(
                "select s.json from title t join source s on s.post = t.post where t.title = $0 order by t.path",
                view.ReadPost,
                SqliteText.Fold(title)
            )
            .Where(post => post.IsVisible(view.Now));

    private static Resolution Departed(View view, string slug)
    {
        var departures = view.Rows(
            "select json from departure where slug = $0",
            row => (DepartureRow)View.Read(row, 0),
            slug
        );
        if (departures.SingleOrDefault() is not { } departure)
        {
            return new Resolution.NotFound();
        }

        var posts = view.Rows("select json from source where id = $0 order by path", view.ReadPost, departure.Id);
        return posts.FirstOrDefault(post => post.IsVisible(view.Now)) is { } visible ? RedirectTo(visible)
            : posts.Count > 0 ? new Resolution.NotFound()
            : new Resolution.Gone();
    }

    private static Resolution.Redirect? Alias(View view, string address) =>
        view.Rows(
                "select s.json from alias a join source s on s.post = a.post where a.address = $0 order by a.path",
                view.ReadPost,
                address
            )
            .FirstOrDefault(post => post.IsVisible(view.Now))
            is { } post
            ? RedirectTo(post)
            : null;

    private static Resolution.Redirect RedirectTo(PostRow post) => new(post.Metadata!.Kind, post.Metadata.Slug);
}
