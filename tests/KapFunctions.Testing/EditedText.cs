using System.Text;

namespace KapFunctions.Testing;

/// <summary>A text as its words by sections, which can be written with any markup and typography: what it says is known whatever it looks
/// like.</summary>
internal sealed class EditedText
{
    // Each word in the ways in which people set it.
    private static readonly string[][] Vocabulary =
    [
        ["sleep", "Sleep", "SLEEP", "sleep,", "sleep."],
        ["don't", "don’t", "don\\'t"],
        ["well-being", "well‑being", "Well-being"],
        ["\"rest\"", "“rest”", "„rest“", "rest", "'rest'"],
        ["3-5", "3–5"],
        ["2.5", "2,5"],
        ["wait...", "wait…", "wait"],
        ["hours", "hours;", "(hours)", "hours!"],
        ["Übung", "U\u0308bung", "übung"],
        ["night", "ni\u00ADght", "night --", "night —"],
        ["caf&eacute;", "café", "Café"],
        ["lake", "lake:", "Lake?"],
        ["tea", "tea", "Tea"],
        ["<5", "&lt;5", "< 5"],
        [">5", "&gt;5", "> 5"],
        ["10%", "10 %"],
        ["睡眠", "睡眠。"],
        ["doctor", "Doctor", "doctor’s"[..6]],
    ];

    private readonly List<List<int>> sections;

    private EditedText(List<List<int>> sections) => this.sections = sections;

    public static EditedText Draw(Random random) =>
        new([.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => Words(random, random.Next(4, 14)))]);

    /// <summary>All that it says, in order.</summary>
    public string Says => string.Join(' ', sections.SelectMany(words => words));

    /// <summary>With a word, or a whole section, changed, taken out, put in or moved: it may come to the same.</summary>
    public EditedText Edited(Random random)
    {
        var after = sections.Select(words => words.ToList()).ToList();
        var section = random.Next(after.Count);
        var words = after[section];
        switch (random.Next(6))
        {
            case 0:
                words[random.Next(words.Count)] = random.Next(Vocabulary.Length);
                break;
            case 1:
                words.Insert(random.Next(words.Count + 1), random.Next(Vocabulary.Length));
                break;
            case 2 when words.Count > 2:
                words.RemoveAt(random.Next(words.Count));
                break;
            case 3:
                after.Insert(random.Next(after.Count + 1), Words(random, 5));
                break;
            case 4 when after.Count > 1:
                after.RemoveAt(section);
                break;
            default:
                after.RemoveAt(section);
                after.Insert(random.Next(after.Count + 1), words);
                break;
        }
        return new(after);
    }

    /// <summary>As Markdown, set anew each time: another look, the same words.</summary>
    public string Written(Random random)
    {
        var text = new StringBuilder();
        foreach (var words in sections)
        {
            var heading = string.Join(' ', words.Take(2).Select(word => Typed(word, random)));
            text.Append(
                random.Next(5) switch
                {
                    2 when !char.IsLetterOrDigit(heading[0]) => $"## {heading}\n\n",
                    0 => $"## {heading}\n\n",
                    1 => $"### {heading} ###\n\n",
                    2 => $"{heading}\n-----\n\n",
                    3 => $"**{heading}**\n\n",
                    _ => $"<h2>{heading.Replace("<", "&lt;", StringComparison.Ordinal)}</h2>\n\n",
                }
            );
            text.Append(Paragraph(words.Skip(2).ToList(), random)).Append("\n\n");
            text.Append(random.Next(6) == 0 ? "<!-- ask Mara -->\n\n" : "");
            text.Append(random.Next(6) == 0 ? "![a picture](media/x.png)\n\n" : "");
        }
        return text.ToString();
    }

    private static string Paragraph(IReadOnlyList<int> words, Random random)
    {
        var gap = random.Next(3) switch
        {
            0 => "\n",
            1 => "  \n",
            _ => " ",
        };
        var text = string.Join(gap, words.Select(word => Marked(Typed(word, random), random)));
        return random.Next(6) switch
        {
            0 => "> " + text.Replace("\n", "\n> ", StringComparison.Ordinal),
            1 => "- " + text.Replace("\n", "\n  ", StringComparison.Ordinal),
            2 => "1. " + text.Replace("\n", "\n   ", StringComparison.Ordinal),
            3 => $"<div class=\"box\">\n\n{text}\n\n</div>",
            4 => $"::: note\n{text}\n:::",
            _ => text,
        };
    }

    // A sign that begins a line would be markup of its own, so it stays where it cannot.
    private static string Marked(string word, Random random) =>
        word[0] is '<' or '>' or '\'' or '"' or '(' || !char.IsLetterOrDigit(word[^1])
            ? $"*{word.Replace("> ", "\\> ", StringComparison.Ordinal)}*"
            : random.Next(7) switch
            {
                0 => $"**{word}**",
                1 => $"[{word}](https://example.org/{random.Next(9)})",
                2 => $"<em>{word}</em>",
                3 => $"=={word}==",
                _ => word,
            };

    private static string Typed(int word, Random random) => Vocabulary[word][random.Next(Vocabulary[word].Length)];

    private static List<int> Words(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.Next(Vocabulary.Length))];
}
