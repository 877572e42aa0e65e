using System.Text.Json;
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

    /// <summary>The question with words added to it; null where there is nothing to add.</summary>
    public SearchQuestion? Of(SearchQuestion question)
    {
        var corrected = question.Parts.ToList();
        var looked = 0;
        foreach (var (at, part) in question.Parts.Index())
        {
            if (
                part.Words is [{ IsUnspaced: false } word]
                && Typos.MayHave(word.Folded)
                && looked < MaxWords
                && IsRare(part)
            )
            {
                looked++;
                corrected[at] = part with { Asked = Asked.Any([part.Asked, .. Near(word.Folded)]) };
            }
        }

        return corrected.SequenceEqual(question.Parts) ? null : new(corrected);
    }

    private bool IsRare(QuestionPart part) =>
        Posts([Tokens.Exact + part.Words[0].Folded, .. part.Stems.Select(stem => Tokens.Stem + stem)])
            .All(one => one.Posts < Few);

    private IEnumerable<Asked> Near(string word) =>
        Posts(Typos.Of(word).Select(near => Tokens.Exact + near))
            .OrderByDescending(one => one.Posts)
            .ThenBy(one => one.Token, StringComparer.Ordinal)
            .Take(MaxOfWord)
            .Select(one => one.Token[1..])
            .SelectMany(near => WordScanner.Of(near).Select(found => Asked.Word(found, stems.Of(found, near))));

    private List<(string Token, long Posts)> Posts(IEnumerable<string> tokens) =>
        view.Rows(
            """
            select v.term, v.doc from json_each($0) asked cross join text.vocabulary v where v.term = asked.value
            """,
            row => (row.GetString(0), row.GetInt64(1)),
            "[" + string.Join(',', tokens.Select(token => $"\"{JsonEncodedText.Encode(token)}\"")) + "]"
        );
}
