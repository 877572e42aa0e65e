using KapFunctions.Content.Problems;
using KapFunctions.Content.Redirects;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;

namespace KapFunctions.Editor.Reports;

/// <summary>Redirects from addresses at which a post stands, so that no reader is ever sent anywhere. It is looked up when
/// problems are asked for: a publish depends on no other file.</summary>
internal static class HiddenRedirects
{
    public static IReadOnlyList<Problem> In(View view, RedirectsRow redirects) =>
        [
            .. redirects
                .Rules.Where(rule => !rule.IsPrefix)
                .Select(rule =>
                    view.Resolve(rule.From) is Resolution.Live(var post)
                        ? RedirectProblems.Hidden(rule, post.Path)
                        : null
                )
                .OfType<Problem>(),
        ];
}
