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
        Include: ["tags", "authors", "count.posts"],
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

    private async ValueTask<IResult> ListAsync(
        IContentCollection collection,
        View view,
        IQueryCollection parameters,
        CancellationToken cancellation
    )
    {
        var tag = parameters["tag"].ToString();
        var ofTag = tag.Length > 0 && collection is PostCollection ? $"tag:{NqlText.Quote(tag)}" : null;
        if (Misspelt.In(parameters, collection) is { } slip)
        {
            return Problems.Of(slip);
        }

        var (query, error) = ContentQuery.Read(parameters, collection, Defaults, options.PageLimits, ofTag);
        return error is null
            ? await ContentCollections.ListAsync(collection, view, query!, cancellation)
            : Problems.Of(error);
    }
}
