using System.Collections.Frozen;

namespace KapFunctions.Content.Alerts;

/// <summary>What stands behind three colons, in the words of the generators that have it.</summary>
internal static class ColonNames
{
    /// <summary>The kind of a box that opens on a click.</summary>
    public const string Folded = "details";

    private static readonly FrozenSet<string> Kinds = FrozenSet.ToFrozenSet(
        (
            "note tip info warning caution danger important hint attention error success question example quote summary abstract "
            + "todo failure bug"
        ).Split(' ')
    );

    private static readonly FrozenSet<string> Folding = FrozenSet.ToFrozenSet([
        "details",
        "collapse",
        "spoiler",
        "dropdown",
    ]);

    /// <summary>The kind of box, none for a component that only its own generator knows, and the title that its author gave it.</summary>
    public static (string Kind, string Title) Read(string name, string title)
    {
        var kind = name.ToLowerInvariant();
        return Folding.Contains(kind) ? (Folded, title)
            : Kinds.Contains(kind) ? (kind, title)
            // Zenn's: https://zenn.dev/zenn/articles/markdown-guide
            : kind == "message" ? (title == "alert" ? "warning" : "note", title == "alert" ? "" : title)
            // Qiita's note is of a kind.
            : ("", title.Contains('=', StringComparison.Ordinal) ? "" : title);
    }
}
