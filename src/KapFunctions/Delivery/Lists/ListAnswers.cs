using KapFunctions.Content.Settings;
using KapFunctions.Http;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
using KapFunctions.Settings;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Delivery.Lists;

public sealed class ListAnswers(Answers answers, ContentCollections collections, GhostOptions options)
{
    // Where the caller says nothing, everything comes along.
    private static readonly RequestedFields Defaults = new(
        Only: null,
        Include: ["tags", "authors", "fields", "count.posts", "translations"],
        Formats: ["html", "plaintext"]
    );

    public Task<IResult> ListAsync(string name, HttpRequest request, CancellationToken cancellation) =>
        answers.ServeAsync(
            $"{name}{request.QueryString}",
            (view, token) => ListAsync(collections.Find(name)!, view, request.Query, token),
            cancellation
        );

    public Task<IResult> ReadAsync(string name, string slug, CancellationToken cancellation) =>
        answers.ServeAsync(
            $"{name}/{slug}",
            async (view, token) =>
            {
                var collection = collections.Find(name)!;
                var fields = collection.Select(Defaults);
                return await collection.FindAsync(view, new(slug, IsId: false), fields, token) is { } write
                    ? new AnswerResult(JsonAnswer.Of(write))
                    : Problems.ItemNotFound(collection.Singular, slug);
            },
            cancellation
        );

    // What stands in parameters of its own; a language is one only where the site lists some.
    private static string? FilterOf(IQueryCollection parameters, IContentCollection collection, SiteSettings site)
    {
        string[] fields =
            collection is not PostCollection ? []
            : site.Languages.Count == 0 ? ["tag"]
            : ["tag", "lang"];
        var asked = fields
            .Select(field => (Field: field, Value: parameters[field].ToString()))
            .Where(one => one.Value.Length > 0)
            .Select(one => $"{one.Field}:{NqlText.Quote(one.Value)}");
        return string.Join('+', asked) is { Length: > 0 } filter ? filter : null;
    }

    private async ValueTask<IResult> ListAsync(
        IContentCollection collection,
        View view,
        IQueryCollection parameters,
        CancellationToken cancellation
    )
    {
        var site = view.Site.Settings;
        if (Misspelt.In(parameters, collection, site) is { } slip)
        {
            return Problems.Of(slip);
        }

        var (query, error) = ContentQuery.Read(
            parameters,
            collection,
            view,
            Defaults,
            options.PageLimits,
            FilterOf(parameters, collection, site)
        );
        return error is null
            ? await ContentCollections.ListAsync(collection, view, query!, cancellation)
            : Problems.Of(error);
    }
}
