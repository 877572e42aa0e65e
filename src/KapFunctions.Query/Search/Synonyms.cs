using KapFunctions.Query.Words;

namespace KapFunctions.Query.Search;

/// <summary>What the site calls the same thing: who asks for one finds the others too.</summary>
internal sealed class Synonyms(IReadOnlyList<IReadOnlyList<string>> groups, Stems stems)
{
    /// <summary>Of all the words of a question together: each costs about as much as a word that was asked for.</summary>
    public const int MaxAdded = 24;

    private readonly List<List<Member>> groups =
    [
        .. groups.Select(group =>
            group.Select(text => new Member(text, [.. WordScanner.Of(text)])).Where(one => one.Words.Count > 0).ToList()
        ),
    ];

    private int left = MaxAdded;

    public SearchQuestion AddTo(SearchQuestion question)
    {
        if (groups.Count == 0)
        {
            return question;
        }

        var parts = new List<QuestionPart>();
        for (var at = 0; at < question.Parts.Count; )
        {
            var (taken, part) = PartAt(question.Parts, at);
            parts.Add(part);
            at += taken;
        }

        return new(parts);
    }

    private (int Taken, QuestionPart Part) PartAt(IReadOnlyList<QuestionPart> parts, int at)
    {
        var found = groups
            .SelectMany(group => group.Select(member => new { Group = group, Member = member }))
            .Where(one => StandsAt(one.Member, parts, at))
            .MaxBy(one => one.Member.Words.Count);
        if (found is null)
        {
            return (1, parts[at]);
        }

        var others = found.Group.Where(member => member != found.Member).Take(left).ToList();
        left -= others.Count;
        var taken = found.Member.Words.Count;
        var own = Asked.All([.. parts.Skip(at).Take(taken).Select(part => part.Asked)]);
        return (taken, new(Asked.Any([own, .. others.Select(AskFor)])));
    }

    private bool StandsAt(Member member, IReadOnlyList<QuestionPart> parts, int at) =>
        at + member.Words.Count <= parts.Count
        && member
            .Words.Index()
            .All(one =>
                parts[at + one.Index] is { Word: { } asked } part && IsSame(one.Item, member.Text, asked, part)
            );

    private bool IsSame(Word word, string text, Word asked, QuestionPart part) =>
        word.Folded == asked.Folded
        || (word.Folded[0] == asked.Folded[0] && stems.Of(word, text).Intersect(part.Stems).Any());

    private Asked AskFor(Member member) =>
        member.Words is [var one] ? Asked.Word(one, stems.Of(one, member.Text)) : Asked.Phrase(member.Words);

    private sealed record Member(string Text, IReadOnlyList<Word> Words);
}
