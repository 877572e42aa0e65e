using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace KapFunctions.Importing.Html;

/// <summary>Pieces of one line, each with the marks around it. Blanks are as a browser shows them, and with breaks they stand outside
/// of the marks that they only touch.</summary>
internal sealed partial class LineBuilder
{
    private enum Kind
    {
        Text,
        Blank,
        Break,
        Object,
    }

    private sealed record Piece(Kind Kind, string Text, IElement? Object, Marks Marks);

    private readonly List<Piece> pieces = [];

    /// <summary>Nothing of it would be seen or led to.</summary>
    public bool IsEmpty =>
        !pieces.Exists(piece => piece.Kind is Kind.Object || piece.Kind is Kind.Text && IsSeen(piece.Text));

    public void Clear() => pieces.Clear();

    public void Add(LineBuilder line) => pieces.AddRange(line.pieces);

    public void Text(string text, Marks marks)
    {
        foreach (var part in Parts().EnumerateMatches(text))
        {
            var isBlank = text[part.Index] is ' ' or '\t' or '\n' or '\r' or '\f';
            pieces.Add(
                isBlank
                    ? new(Kind.Blank, " ", null, marks)
                    : new(Kind.Text, text.Substring(part.Index, part.Length), null, marks)
            );
        }
    }

    public void Break(Marks marks) => pieces.Add(new(Kind.Break, "", null, marks));

    public void Object(IElement element, Marks marks) => pieces.Add(new(Kind.Object, "", element, marks));

    public void WriteTo(INode to, IDocument document)
    {
        var open = new List<(Mark Mark, INode Node)>();
        IText? text = null;
        foreach (var piece in Trimmed())
        {
            var common = 0;
            while (common < Math.Min(open.Count, piece.Marks.Count) && open[common].Mark == piece.Marks[common])
            {
                common++;
            }
            if (common < open.Count || common < piece.Marks.Count)
            {
                text = null;
            }
            open.RemoveRange(common, open.Count - common);
            for (; common < piece.Marks.Count; common++)
            {
                var mark = piece.Marks[common];
                var holder = open is [.., var last] ? last.Node : to;
                open.Add((mark, holder.AppendChild(mark.ToElement(document))));
            }
            text = Append(open is [.., var inner] ? inner.Node : to, piece, text, document);
        }
    }

    /// <summary>Some editors hold a line open with a letter without width.</summary>
    private static bool IsSeen(string text) => text.AsSpan().ContainsAnyExcept('\u200B', '\uFEFF');

    private static IText? Append(INode to, Piece piece, IText? text, IDocument document)
    {
        if (piece.Kind is Kind.Break or Kind.Object)
        {
            to.AppendChild(piece.Object ?? document.CreateElement("br"));
            return null;
        }
        if (text is null)
        {
            return (IText)to.AppendChild(document.CreateTextNode(piece.Text));
        }
        text.Append(piece.Text);
        return text;
    }

    /// <summary>Without blanks and breaks at the ends, blanks beside others or beside breaks.</summary>
    private List<Piece> Trimmed()
    {
        var kept = new List<Piece>();
        foreach (var piece in pieces)
        {
            var isFirst = kept.Count == 0 || kept.TrueForAll(IsAnchor);
            if (piece.Kind == Kind.Blank)
            {
                if (!isFirst && kept[^1].Kind is not (Kind.Blank or Kind.Break))
                {
                    kept.Add(piece);
                }
            }
            else if (piece.Kind == Kind.Break)
            {
                if (!isFirst)
                {
                    DropBlank(kept);
                    kept.Add(piece);
                }
            }
            else
            {
                kept.Add(piece);
            }
        }
        while (kept is [.., { Kind: Kind.Blank or Kind.Break }])
        {
            kept.RemoveAt(kept.Count - 1);
        }
        return Outside(kept);
    }

    private static bool IsAnchor(Piece piece) => piece.Object is { LocalName: "a" };

    private static void DropBlank(List<Piece> kept)
    {
        if (kept is [.., { Kind: Kind.Blank }])
        {
            kept.RemoveAt(kept.Count - 1);
        }
    }

    /// <summary>Blanks and breaks between two pieces have the marks that both of these have.</summary>
    private static List<Piece> Outside(List<Piece> kept)
    {
        for (var i = 0; i < kept.Count; i++)
        {
            if (kept[i].Kind is Kind.Text or Kind.Object)
            {
                continue;
            }
            var end = i;
            while (end < kept.Count && kept[end].Kind is Kind.Blank or Kind.Break)
            {
                end++;
            }
            var marks = i > 0 && end < kept.Count ? kept[i - 1].Marks.Common(kept[end].Marks) : Marks.None;
            for (; i < end; i++)
            {
                kept[i] = kept[i] with { Marks = marks };
            }
        }
        return kept;
    }

    [GeneratedRegex(@"[ \t\r\n\f]+|[^ \t\r\n\f]+", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
