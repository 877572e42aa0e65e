using System.Text;
using KapFunctions.Content.Links;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Sources;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;

namespace KapFunctions.Editor.Reports;

/// <summary>Links to what is not online now, which the read model knows. Where they stand says the file, which is read for
/// those alone that have some.</summary>
internal sealed class LinkReports(ContentStore content)
{
    /// <summary>What is wrong with the links of a file, and the words by which each is found in it.</summary>
    internal readonly record struct Found(IReadOnlyList<Problem> Problems, IReadOnlyList<string> Mentions);

    public static Found FindIn(View view, PostRow row)
    {
        if (row.Metadata is not { } metadata)
        {
            return new([], []);
        }

        var mentions = new List<string>();
        var problems = LinkProblems
            .Of(
                row.Path,
                TargetsOf(metadata),
                new Online(view),
                mention =>
                {
                    mentions.Add(mention);
                    return Position.Start;
                }
            )
            .ToList();
        return new(problems, mentions);
    }

    /// <summary>The problems of a text that is not saved yet.</summary>
    public static IEnumerable<Problem> Of(View view, SourceFile file, RenderedPost post)
    {
        var text = TextOf(file);
        return LinkProblems.Of(
            file.Path,
            TargetsOf(post.Metadata),
            new Online(view),
            mention => Mentions.Of(text, mention)
        );
    }

    public async Task<IReadOnlyList<Problem>> PlaceAsync(string path, Found found, CancellationToken cancellation)
    {
        if (found.Problems.Count == 0 || (await content.LookAsync(path, null, cancellation)).Found is not { } source)
        {
            return found.Problems;
        }

        var text = TextOf(source.File);
        return
        [
            .. found.Problems.Zip(
                found.Mentions,
                (problem, mention) =>
                {
                    var at = Mentions.Of(text, mention);
                    return problem with { Line = at.Line, Column = at.Column };
                }
            ),
        ];
    }

    private static IEnumerable<string> TargetsOf(PostMetadata metadata) =>
        [
            .. metadata.Targets,
            .. new[] { metadata.FeatureImage, metadata.Share?.OgImage, metadata.Share?.TwitterImage }.OfType<string>(),
        ];

    private static string TextOf(SourceFile file) => Encoding.UTF8.GetString(file.Bytes.Span).TrimStart('\uFEFF');

    /// <summary>What is online now.</summary>
    internal sealed class Online(View view) : ILinkTargets
    {
        public bool HasTitle(string title) => view.ResolvePlaceholder(Placeholder.ForTitle(title)) is not null;

        public bool Has(string path) =>
            ContentPaths.KindOf(path) == ContentKind.Media
                ? view.FindMedia(path) is not null
                : view.ResolvePlaceholder(Placeholder.ForPath(path)) is not null;

        public IReadOnlyList<string> MediaNamed(string folder, string name) => view.MediaNamed(folder, name);
    }
}
