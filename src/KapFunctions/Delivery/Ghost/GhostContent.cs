using System.Text.Json;
using System.Text.RegularExpressions;
using KapFunctions.Delivery.Lists;
using KapFunctions.Http;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
using KapFunctions.Settings;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Delivery.Ghost;

/// <summary>Answers as Ghost's Content API does, so that its clients work when they are pointed here.
/// https://ghost.org/docs/content-api/</summary>
public sealed partial class GhostContent(
    Answers answers,
    ContentCollections collections,
    GhostKeys keys,
    GhostSettings settings,
    GhostOptions options
)
{
    private static readonly RequestedFields Defaults = new(Only: null, Include: [], Formats: null);

    /// <summary>The answer may be kept: the key is part of the address, and refusals are not kept.</summary>
    public async Task<IResult> ServeAsync(HttpRequest request, string path, CancellationToken cancellation)
    {
        if (GhostAddress.Parse(path) is not { } address || !IsServed(address))
        {
            return new GhostResult(GhostVersion.NoRouteFor(request));
        }

        if (keys.Check(request.Query["key"]) is { } refusal)
        {
            return new GhostResult(refusal);
        }

        return await answers.ServeAsync(
            $"ghost/{path}{request.QueryString}",
            async (view, token) => Dressed(await AnswerAsync(address, view, request.Query, token)),
            cancellation
        ) switch
        {
            ProblemResult problem => new GhostResult(GhostErrors.Of(problem)),
            var result => result,
        };
    }

    private static IResult Dressed(IResult result) =>
        result switch
        {
            AnswerResult made => new AnswerResult(made.Answer.With(GhostResult.Headers), made.Lifetime),
            LargeAnswerResult large => large.With(GhostResult.Headers),
            _ => new GhostResult(result),
        };

    private bool IsServed(GhostAddress address) =>
        address.IsSearchIndex
            ? address.Key is null && GhostSearchIndex.Fields.ContainsKey(address.Resource)
            : collections.Find(address.Resource) is not null
                || (
                    address.Key is null
                    && (address.Resource == GhostSettings.Name || GhostEmpty.IsList(address.Resource))
                )
                || (address.Key is { IsId: true } && GhostEmpty.IsItem(address.Resource));

    private ValueTask<IResult> AnswerAsync(
        GhostAddress address,
        View view,
        IQueryCollection parameters,
        CancellationToken cancellation
    )
    {
        if (address.Resource == GhostSettings.Name)
        {
            return new(new AnswerResult(settings.Of(view)));
        }

        if (GhostEmpty.IsItem(address.Resource))
        {
            return new(GhostErrors.NoOffer);
        }

        if (collections.Find(address.Resource) is not { } collection)
        {
            return new(new AnswerResult(GhostEmpty.Of(address)));
        }

        return address switch
        {
            { IsSearchIndex: true } => GhostSearchIndex.OfAsync(collection, view, options.PageLimits, cancellation),
            { Key: { } key } => ReadAsync(collection, key, view, parameters, cancellation),
            _ => BrowseAsync(collection, view, parameters, cancellation),
        };
    }

    private async ValueTask<IResult> BrowseAsync(
        IContentCollection collection,
        View view,
        IQueryCollection parameters,
        CancellationToken cancellation
    )
    {
        var (query, error) = ContentQuery.Read(parameters, collection, view, Defaults, options.PageLimits);
        return error is null
            ? await ContentCollections.ListAsync(collection, view, query!, cancellation)
            : GhostErrors.Of(error, collection);
    }

    private static async ValueTask<IResult> ReadAsync(
        IContentCollection collection,
        GhostKey key,
        View view,
        IQueryCollection parameters,
        CancellationToken cancellation
    )
    {
        if (key.IsId && !Id().IsMatch(key.Value))
        {
            return GhostErrors.InvalidRead(collection, "id");
        }

        var (fields, error) = ContentQuery.ReadFields(parameters, collection, Defaults);
        if (error is not null)
        {
            return GhostErrors.InvalidRead(collection, "formats");
        }

        var found = await collection.FindAsync(
            view,
            new(key.Value, key.IsId),
            fields!.With(key.IsId ? "id" : "slug"),
            cancellation
        );
        return found is null
            ? GhostErrors.NotFound(collection)
            : new AnswerResult(JsonAnswer.Of(json => WriteAlone(json, collection.Name, found)));
    }

    // Clients unwrap an envelope of one item without meta.
    private static void WriteAlone(Utf8JsonWriter json, string name, Action<Utf8JsonWriter> item)
    {
        json.WriteStartObject();
        json.WriteStartArray(name);
        item(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    [GeneratedRegex(@"^([a-f\d]{24}|1|me)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
