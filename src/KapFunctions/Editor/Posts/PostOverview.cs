using System.Text.Json;
using KapFunctions.Http;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Editor.Posts;

public sealed class PostOverview(ReadModel model, Freshness freshness, PublicUrls urls)
{
    private Made? last;

    /// <summary>The list as an answer; made anew only when something changed or a boundary of time passed.</summary>
    public async Task<IResult> ListAsync(CancellationToken cancellation)
    {
        if (!await freshness.IsReadyAsync(cancellation))
        {
            return Problems.NotReady();
        }

        var moment = model.Now();
        if (last is { } kept && kept.ReadState == moment)
        {
            return new AnswerResult(kept.Answer, Lifetime.Private);
        }

        using var view = model.Read();
        var answer = Make(view);
        if (view.Position == moment.Position)
        {
            last = new(moment, answer);
        }

        return new AnswerResult(answer, Lifetime.Private);
    }

    private Answer Make(View view)
    {
        var addresses = urls.Of(view);
        var list = new PostSummaries([.. view.Sources().Select(row => PostSummary.Of(row, addresses, view.Now))]);
        return new(
            "application/json; charset=utf-8",
            JsonSerializer.SerializeToUtf8Bytes(list, PostSummaryJson.Default.PostSummaries)
        );
    }

    private sealed record Made(ReadState ReadState, Answer Answer);
}
