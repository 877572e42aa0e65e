using System.Text;

namespace KapFunctions.Content.MarkdownExport;

/// <summary>Lines of Markdown inside lists, quotations and notes: each begins with what those ask for.</summary>
internal sealed class MarkdownOutput
{
    private readonly StringBuilder text = new();
    private readonly List<(string First, string Others)> containers = [];
    private int unopened;

    /// <summary>True where the next line is the first of its container, so that nothing parts it from what stands before.</summary>
    public bool IsFresh { get; set; } = true;

    public override string ToString() => text.ToString();

    /// <summary>Writes what lies in a container: its first line begins with one text, all others with another.</summary>
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

    /// <summary>An empty line, unless a container has just begun.</summary>
    public void Blank()
    {
        if (!IsFresh)
        {
            Line("");
            IsFresh = true;
        }
    }

    /// <summary>Lines, each after what its containers ask for.</summary>
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
