using System.Text.Json.Serialization;

namespace KapFunctions.Content.Posts;

/// <summary>The sections of a text by which its translations are compared with it, and those that it was made from where it is a
/// translation itself.</summary>
/// <param name="Now">Of the good version.</param>
public sealed record PostSections(IReadOnlyList<TextSection> Now)
{
    /// <summary>Of the first good version that is known; null while it is the one that there is now. A translation that was there
    /// before its original was made from that one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? First { get; init; }

    /// <summary>The key of the original, see <see cref="Translations"/>; null where it is no translation.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Of { get; init; }

    /// <summary>The original's, when it was translated; null where it was not there yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? MadeFrom { get; init; }

    /// <summary>Whether the file itself says what it was made from.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsRecorded { get; init; }

    /// <summary>As <see cref="MadeFrom"/> holds them.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Words => [.. Now.Select(section => section.Words)];

    /// <summary>What <paramref name="original"/> says now and did not when this was made from it; null for nothing.</summary>
    public IReadOnlyList<string>? ChangesOf(PostSections original) =>
        SectionChanges.Between(MadeFrom ?? original.First ?? original.Words, original.Now);

    /// <summary>The next version of a text that was <paramref name="before"/>.</summary>
    public PostSections After(PostSections before) =>
        this with
        {
            First = before.First ?? (SectionChanges.Between(before.Words, Now) is null ? null : before.Words),
            MadeFrom = IsRecorded || before.Of != Of ? MadeFrom : before.MadeFrom,
        };

    /// <summary>By what the lists hold.</summary>
    public bool Equals(PostSections? other) =>
        other is not null
        && (Of, IsRecorded) == (other.Of, other.IsRecorded)
        && Now.SequenceEqual(other.Now)
        && AreSame(First, other.First)
        && AreSame(MadeFrom, other.MadeFrom);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Of, Now.Count);

    private static bool AreSame(IReadOnlyList<string>? one, IReadOnlyList<string>? other) =>
        one is null || other is null ? one == other : one.SequenceEqual(other, StringComparer.Ordinal);
}
