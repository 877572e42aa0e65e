using KapFunctions.Query.Words;

namespace KapFunctions.Query.Search;

/// <summary>Korean joins particles to its nouns. A text is searched by parts of words anyway; so only questions lose theirs.</summary>
internal static class KoreanParticles
{
    /// <summary>A noun of one syllable would be found inside too many others.</summary>
    private const int MinNoun = 2;

    /// <summary>Longer ones first.</summary>
    private static readonly string[] Particles =
    [
        .. "은 는 이 가 을 를 의 에 로 와 과 도 만 에서 에게 으로 까지 부터 처럼 보다 이나 하고 한테 이라 에는 에도 에서는 에게는 으로는 으로서 이라고"
            .Split(' ')
            .OrderByDescending(particle => particle.Length),
    ];

    /// <summary>Null where there is none.</summary>
    public static string? Without(string word) =>
        Scripts.IsHangul(word[^1])
        && Array.Find(
            Particles,
            particle => word.Length >= particle.Length + MinNoun && word.EndsWith(particle, StringComparison.Ordinal)
        )
            is { } found
            ? word[..^found.Length]
            : null;
}
