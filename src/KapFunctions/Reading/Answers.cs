using KapFunctions.Http;
using KapFunctions.Query.Replicas;
using KapFunctions.Telemetry;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Reading;

/// <summary>From memory where this moment's answer is finished, else from one view of the read model.</summary>
public sealed class Answers(
    ReadModel model,
    Freshness freshness,
    SearchRefresh search,
    AnswerCache cache,
    LongKeeping keeping,
    TimeProvider clock
) : IDisposable
{
    private readonly LargeAnswers large = new();

    /// <summary>The way that nearly all requests go: nothing is read from the address, nothing is made.</summary>
    public IResult? FindByAddress(HttpContext context)
    {
        if (
            !RequestDeadline.IsRead(context.Request)
            || AnswerCache.AddressOf(context) is not { } address
            || !freshness.IsFresh
            || !model.IsReady
        )
        {
            return null;
        }

        return Counted(cache.FindByAddress(Now(), address));
    }

    /// <summary>The answer named <paramref name="key"/>, which says everything that it depends on beside the site
    /// itself. An answer is kept unless it is fleeting, a large one as a file; a problem or a redirect never is.</summary>
    public Task<IResult> ServeAsync(
        string key,
        Func<View, CancellationToken, ValueTask<IResult>> make,
        CancellationToken cancellation
    ) => Find(key) ?? MakeAsync(key, make, cancellation);

    private SiteState Now() => new(model.Now(), search.Runs);

    private Task<IResult>? Find(string key) =>
        freshness.IsFresh && model.IsReady ? Counted(cache.Find(Now(), key)) : null;

    private static T? Counted<T>(T? kept)
        where T : class
    {
        if (kept is not null)
        {
            Instruments.Looked(found: true);
        }

        return kept;
    }

    private async Task<IResult> MakeAsync(
        string key,
        Func<View, CancellationToken, ValueTask<IResult>> make,
        CancellationToken cancellation
    )
    {
        if (!await freshness.IsReadyAsync(cancellation))
        {
            return Problems.NotReady();
        }

        var state = Now();
        if (Counted(cache.Find(state, key)) is { } kept)
        {
            return await kept;
        }

        if (large.Find(state, key) is { } shared)
        {
            return shared;
        }

        Instruments.Looked(found: false);
        using var view = model.Read();
        var lifetime = Lifetime.Until(state.ReadState.Next, clock);
        switch (await MakeAsync(make, view, cancellation))
        {
            case AnswerResult { Lifetime: var own } made when own != Lifetime.Fleeting:
                var result = new AnswerResult(made.Answer, lifetime, EdgeOf(view, state));
                // A commit may have come between the two looks; such an answer is right, but not this moment's.
                return view.Position == state.ReadState.Position ? cache.Keep(state, key, result) : result;
            case LargeAnswerResult { Lifetime: var own } made when own != Lifetime.Fleeting:
                var lasting = made.With(lifetime: lifetime, edge: EdgeOf(view, state));
                return view.Position == state.ReadState.Position ? large.Keep(state, key, lasting) : lasting;
            case var other:
                return other;
        }
    }

    private EdgeHeaders EdgeOf(View view, SiteState state) =>
        new(view.Depends.Tags, keeping.Of(view, state.ReadState.Next));

    // Where long lists have filled their room, those that are only kept make way.
    private async ValueTask<IResult> MakeAsync(
        Func<View, CancellationToken, ValueTask<IResult>> make,
        View view,
        CancellationToken cancellation
    )
    {
        try
        {
            return await make(view, cancellation);
        }
        catch (LargeAnswersFullException)
        {
            large.Drop();
            return await make(view, cancellation);
        }
    }

    public void Dispose() => large.Dispose();
}
