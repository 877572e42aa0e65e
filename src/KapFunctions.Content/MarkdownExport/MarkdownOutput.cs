using System.Text;

namespace KapFunctions.Content.MarkdownExport;

/// <summary>Each line begins with what the lists, quotations and notes around it ask for.</summary>
internal sealed class MarkdownOutput
{
    private readonly StringBuilder text = new();
    private readonly List<(string First, string Others)> containers = [];
    private int unopened;

    /// <summary>Whether the next line is the first of its container: no blank line before it.</summary>
    public bool IsFresh { get; set; } = true;

    /// <summary>Whether the next line begins with the sign of a container.</summary>
    public bool IsOpening => unopened > 0;

    public bool IsWithin => containers.Count > 0;

    public override string ToString() => text.ToString();

    /// <param name="first">Begins the first line.</param>
    /// <param name="others">Begins all others.</param>
    /// <param name="write">Writes them.</param>
    public void Within(string first, string others, Action write)
    {
        containers.Add((first, others));
        unopened++;
        IsFresh = true;
        write();
        if (unopened > 0)
        {
            // It holds nothing, and is there all the same.
            Line("");
        }
        containers.RemoveAt(containers.Count - 1);
        IsFresh = false;
    }

    /// <summary>Nothing right at the beginning of a container.</summary>
    public void Blank()
    {
        if (!IsFresh)
        {
            Line("");
            IsFresh = true;
        }
    }

    public void Lines(string lines)
    {
        foreach (var line in lines.AsSpan().EnumerateLines())
        {
            Line(line);
        }
    }

    public void Line(ReadOnlySpan<char> line)
    {
        var start = text.Length;
        for (var i = 0; i < containers.Count; i++)
        {
            text.Append(i >= containers.Count - unopened ? containers[i].First : containers[i].Others);
        }
        unopened = 0;
        text.Append(line);
        while (line.IsEmpty && text.Length > start && text[^1] == ' ')
        {
            text.Length--;
        }
        text.Append('\n');
        IsFresh = false;
    }
}
