using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Problems;

namespace KapFunctions.Content.Site;

internal sealed partial class SiteReader
{
    /// <summary>Every question is compared with all of them.</summary>
    private const int MaxSynonymLists = 200;

    private const int MaxSynonyms = 10;

    /// <summary>In UTF-16 units.</summary>
    private const int MaxSynonymLength = 60;

    private List<IReadOnlyList<string>> Synonyms()
    {
        if (fields.Find("synonyms") is not { } field)
        {
            return [];
        }

        var written = field.Value is ListValue lists ? lists.Items : [field.Value];
        var synonyms = written.Take(MaxSynonymLists).Select(Same).Where(same => same.Count > 1).ToList();
        if (synonyms.Count < written.Count)
        {
            problems.Add(
                ProblemCatalog.SiteValue,
                field.At,
                field.Key,
                $"at most {MaxSynonymLists} lists such as [low mood, depression], each of 2 to {MaxSynonyms} words or phrases "
                    + $"of at most {MaxSynonymLength} characters"
            );
        }

        return synonyms;
    }

    /// <summary>Empty where it is no list, or too long to be one of words.</summary>
    private static IReadOnlyList<string> Same(FieldValue value)
    {
        List<string> same = value is ListValue list
            ? [.. list.Items.OfType<ScalarValue>().Select(item => item.Text.Trim()).Where(text => text.Length > 0)]
            : [];
        return same.Count > MaxSynonyms || same.Exists(text => text.Length > MaxSynonymLength) ? [] : same;
    }
}
