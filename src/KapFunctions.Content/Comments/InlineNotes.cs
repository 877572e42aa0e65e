using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KapFunctions.Content.Comments;

/// <summary>Notes in the middle of a sentence, <c>^[so they say]</c>, as Obsidian and Pandoc have them: what they say is defined as
/// a note at the end of the text, under a name that the sentence finds. https://pandoc.org/MANUAL.html#extension-inline_notes</summary>
internal sealed class InlineNotes : TextPass
{
    /// <summary>In characters; what is longer is no aside.</summary>
    private const int MaxLength = 2_000;

    /// <summary>More in one text stay as they stand.</summary>
    private const int MaxNotes = 500;

    private static readonly SearchValues<char> Beginnings = SearchValues.Create("^`$\\");

    private readonly StringBuilder notes = new();
    private readonly HashSet<string> names = [];

    private InlineNotes(string text)
        : base(text, Beginnings) { }

    public static string Define(string text)
    {
        if (!text.Contains("^[", StringComparison.Ordinal))
        {
            return text;
        }
        var pass = new InlineNotes(text);
        pass.Changed();
        // Behind code that never ends nothing can be defined.
        return pass.EndsInCode ? text : text + pass.notes;
    }

    /// <summary>With both brackets; 0 where none begins here. A note has words: <c>^[a-z]</c> is a pattern.</summary>
    public static int LengthOf(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("^["))
        {
            return 0;
        }
        var rest = text[..Math.Min(MaxLength, text.Length)];
        var depth = 0;
        for (var i = 1; i < rest.Length; i++)
        {
            switch (rest[i])
            {
                case '\\':
                    i++;
                    break;
                case '`':
                    i += (Backticks.LengthOfCode(rest[i..]) is > 0 and var code ? code : Backticks.Run(rest[i..])) - 1;
                    break;
                case '[':
                    depth++;
                    break;
                case ']' when --depth == 0:
                    return rest[2..i].Trim().ContainsAny(" \n") ? i + 1 : 0;
                case '\n' when i + 1 == rest.Length || rest[i + 1] == '\n':
                    return 0;
            }
        }
        return 0;
    }

    /// <summary>The same however the lines of the note are cut and set in.</summary>
    public static string NameOf(ReadOnlySpan<char> note)
    {
        var words = new StringBuilder(note.Length);
        foreach (var c in note)
        {
            if (!char.IsWhiteSpace(c) && c != '>')
            {
                words.Append(c);
            }
        }
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(words.ToString())).AsSpan(0, 8);
        return "^inline-" + Convert.ToHexStringLower(hash);
    }

    protected override int Take()
    {
        var length = names.Count < MaxNotes ? LengthOf(Text.AsSpan(At)) : 0;
        if (length > 0)
        {
            var note = Text.AsSpan(At + 2, length - 3);
            if (NameOf(note) is var name && names.Add(name))
            {
                var lines = note.Trim().ToString().Split('\n').Select(line => line.Trim(' ', '\t', '>'));
                notes.Append(CultureInfo.InvariantCulture, $"\n\n[{name}]: {string.Join(' ', lines)}");
            }
        }
        return length;
    }
}
