using KapFunctions.Http;
using KapFunctions.Query;
using KapFunctions.Telemetry;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Delivery;

/// <summary>Serves answers: from memory where this moment's is finished, else from one view of the read model.</summary>
public sealed class Answers(ReadModel model, Freshness freshness, AnswerCache cache)
{
    /// <summary>
    /// The answer named <paramref name="key"/>, which says everything that it depends on beside the site itself.
    /// <paramref name="make"/> returns an <see cref="AnswerResult"/>, which is kept, or a problem or redirect, which is not.
    /// </summary>
    public async Task<IResult> ServeAsync(
        string key,
        Func<View, CancellationToken, ValueTask<IResult>> make,
        CancellationToken cancellation
    )
    {
        await freshness.EnsureAsync(cancellation);
        if (!model.IsReady)
        {
            return Problems.NotReady();
        }

        var moment = model.Now();
        if (cache.Find(moment, key) is { } kept)
        {
            Instruments.Looked(found: true);
            return new AnswerResult(kept, moment.Next);
        }

        Instruments.Looked(found: false);
        using var view = model.Read();
        var result = await make(view, cancellation);
        if (result is AnswerResult made)
        {
            // A commit may have come between the two looks; such an answer is right, but not this moment's.
            if (view.Position == moment.Position)
            {
                cache.Keep(moment, key, made.Answer);
            }

            return new AnswerResult(made.Answer, moment.Next);
        }

        return result;
    }
}
