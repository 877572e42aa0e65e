using System.Buffers;
using System.Globalization;
using System.Text;

namespace KapFunctions.Content.Comments;

/// <summary>Notes in the middle of a sentence, <c>^[so they say]</c>, as Obsidian and Pandoc have them, become notes like any
/// other at the end of the text. https://pandoc.org/MANUAL.html#extension-inline_notes</summary>
internal sealed class InlineNotes(string text) : TextPass(text, Beginnings)
{
    /// <summary>In characters; what is longer is no aside.</summary>
    private const int MaxLength = 2_000;

    /// <summary>More in one text stay as they stand.</summary>
    private const int MaxNotes = 500;

    private static readonly SearchValues<char> Beginnings = SearchValues.Create("^`$\\");

    private readonly StringBuilder notes = new();
    private int count;

    public static string Move(string text)
    {
        if (!text.Contains("^[", StringComparison.Ordinal))
        {
            return text;
        }
        var pass = new InlineNotes(text);
        return pass.Changed() + pass.notes;
    }

    protected override int Take()
    {
        var length = LengthOfNote();
        if (length > 0)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"[^inline-note-{++count}]");
            notes.Append(CultureInfo.InvariantCulture, $"\n\n{name}: {OneLine(Text.AsSpan(At + 2, length - 3))}\n");
            Replace(length, name);
        }
        return length;
    }

    /// <summary>With both brackets; 0 where none begins here. A note has words: <c>^[a-z]</c> is a pattern.</summary>
    private int LengthOfNote()
    {
        var rest = Text.AsSpan(At, Math.Min(MaxLength, Text.Length - At));
        if (count == MaxNotes || !rest.StartsWith("^[") || (At > 0 && Text[At - 1] == '['))
        {
            return 0;
        }
        var depth = 0;
        for (var i = 1; i < rest.Length; i++)
        {
            switch (rest[i])
            {
                case '\\' or '`' or '$':
                    i += Spans.LengthOfCode(Text, At + i) - 1;
                    break;
                case '[':
                    depth++;
                    break;
                case ']' when --depth == 0:
                    return rest[2..i].Trim().Contains(' ') ? i + 1 : 0;
                case '\n' when i + 1 == rest.Length || rest[i + 1] is '\n' or '#' or '>' or '|':
                    return 0;
            }
        }
        return 0;
    }

    private static string OneLine(ReadOnlySpan<char> note) => note.Trim().ToString().Replace('\n', ' ');
}
