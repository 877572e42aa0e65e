using KapFunctions.Reading;
using KapFunctions.Site;
using Microsoft.AspNetCore.Http;

namespace KapFunctions;

/// <summary>Stands before routing: what was asked before is answered at once, by its address, and no function runs.
/// Only what everybody may read is kept.</summary>
internal sealed class KeptAnswerMiddleware(RequestDelegate next, HttpManners manners, Answers answers)
{
    public Task InvokeAsync(HttpContext context) =>
        !MarkdownAddress.IsWanted(context.Request.Headers.Accept) && answers.FindByAddress(context) is { } kept
            ? (manners.Begin(context) ?? kept).ExecuteAsync(context)
            : next(context);
}
