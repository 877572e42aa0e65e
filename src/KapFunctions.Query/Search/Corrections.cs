using KapFunctions.Query.Replicas;
using KapFunctions.Query.Words;

namespace KapFunctions.Query.Search;

/// <summary>Words that are one slip away from one that hardly any post has.</summary>
internal sealed class Corrections(View view, Stems stems)
{
    /// <summary>A word that so many posts have was meant.</summary>
    public const int Few = 3;

    /// <summary>Of one word: those that most posts have.</summary>
    public const int MaxOfWord = 3;

    /// <summary>Further words of one question are taken as they are: each costs a thousand looks into the index.</summary>
    public const int MaxWords = 3;

    /// <summary>The question with words added to it; null where there is nothing to add. <paramref name="posts"/> tells how many have its
    /// words.</summary>
    public SearchQuestion? Of(SearchQuestion question, IReadOnlyDictionary<string, long> posts)
    {
        var corrected = question.Parts.ToList();
        var mistyped = question
            .Parts.Index()
            .Where(one => one.Item.Word is { } word && Typos.MayHave(word.Folded))
            .Where(one => one.Item.Tokens.All(token => posts.GetValueOrDefault(token) < Few))
            .Take(MaxWords);
        foreach (var (at, part) in mistyped)
        {
            corrected[at] = part with { Asked = Asked.Any([part.Asked, .. Near(part.Word!.Value.Folded)]) };
        }

        return corrected.SequenceEqual(question.Parts) ? null : new(corrected);
    }

    private IEnumerable<Asked> Near(string word) =>
        view.PostsWith(Typos.Of(word).Select(near => Tokens.Exact + near))
            .OrderByDescending(one => one.Value)
            .ThenBy(one => one.Key, StringComparer.Ordinal)
            .Take(MaxOfWord)
            .Select(one => one.Key[1..])
            .SelectMany(near => WordScanner.Of(near).Select(found => Asked.Word(found, stems.Of(found, near))));
}
