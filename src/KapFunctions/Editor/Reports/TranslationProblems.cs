using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;

namespace KapFunctions.Editor.Reports;

/// <summary>What is wrong with a text among its translations. It is looked up when problems are asked for: a publish depends on no
/// other file.</summary>
internal sealed class TranslationProblems(View view)
{
    private readonly TranslationGroups groups = new(view);

    public IEnumerable<Problem> Of(PostRow row)
    {
        if (row is not { State: PostState.Published, Metadata: { } metadata } || view.Site.Settings.Languages.Count < 2)
        {
            yield break;
        }

        if (groups.HolderOf(row) is { } holder)
        {
            yield return ContentProblems.TranslationTwice(row.Path, metadata.Language, holder.Path);
        }

        if (groups.IsInACircle(row))
        {
            yield return ContentProblems.TranslationCircle(row.Path);
        }

        if (groups.MissingOriginalOf(row) is { } original)
        {
            yield return ContentProblems.TranslationMissing(row.Path, original);
        }

        if (groups.OriginalOf(row) is { Sections: { } now } translated && row.Sections?.ChangesOf(now) is { } changes)
        {
            yield return ContentProblems.TranslationOutdated(
                row.Path,
                translated.Path,
                SectionChanges.InWords(changes)
            );
        }
    }
}
