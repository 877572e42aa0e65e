using KapFunctions.Content.Redirects;
using KapFunctions.Delivery.Feeds;
using KapFunctions.Http;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Site;

/// <summary>What readers get at an address at which nothing stands.</summary>
/// <param name="Redirect">Null where there is none; then the page says why, with the status.</param>
internal readonly record struct OldAddress(IResult? Redirect, int Status = StatusCodes.Status404NotFound);

internal static class OldAddresses
{
    /// <summary>An exact line of <c>redirects.yaml</c> is its author's last word; what posts left behind comes before a line for
    /// all that lies below a path, since that is about the rest.</summary>
    public static OldAddress Find(View view, string path, Func<string, string> addressOf)
    {
        var (rules, resolution) = (view.RedirectRules(), view.Resolve(path));
        if (rules.FindExact(path) is { } exact)
        {
            return Of(exact);
        }

        if (resolution is Resolution.Redirect(_, var slug))
        {
            return new(new RedirectResult(addressOf(slug)));
        }

        return rules.FindPrefix(path) is { } prefix ? Of(prefix)
            : FormerFeeds.Find(path) is { } feed ? new(new RedirectResult(feed))
            : new(null, resolution is Resolution.Gone ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound);
    }

    private static OldAddress Of(RedirectMatch match) =>
        match.Target is { } target ? new(new RedirectResult(target, match.Rule.Status)) : new(null, match.Rule.Status);
}
