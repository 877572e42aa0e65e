using System.Globalization;
using System.Text;
using KapFunctions.Content.Problems;

namespace KapFunctions.Content.Pipeline;

/// <summary>What a body may become at most. No guard on what comes in can tell: one word of a text may stand for a page of
/// it.</summary>
internal static class OutputGuard
{
    /// <summary>Characters of HTML: four times the largest source.</summary>
    public const int MaxCharacters = 4 << 20;

    public const int MaxElements = 250_000;
    public const int MaxPictures = 2_000;
    public const int MaxEmbeds = 200;

    private const string Picture = "<img ";
    private const string Embed = "<figure class=\"embed ";

    /// <summary>Looks at finished HTML.</summary>
    /// <param name="html">Well formed, with each quote in text as an entity.</param>
    /// <param name="lineAt">The line of the body from which what stands at an index came.</param>
    /// <exception cref="TooComplexException">There is too much in it.</exception>
    public static void Check(string html, Func<int, int> lineAt)
    {
        var (elements, pictures, embeds) = (0, 0, 0);
        for (var at = html.IndexOf('<'); at >= 0; at = html.IndexOf('<', at + 1))
        {
            var rest = html.AsSpan(at);
            elements += rest is ['<', '/', ..] ? 0 : 1;
            pictures += rest.StartsWith(Picture) ? 1 : 0;
            embeds += rest.StartsWith(Embed) ? 1 : 0;
            if (elements > MaxElements || pictures > MaxPictures || embeds > MaxEmbeds)
            {
                throw new TooComplexException(
                    pictures > MaxPictures ? $"it has more than {MaxPictures} pictures"
                        : embeds > MaxEmbeds ? $"it has more than {MaxEmbeds} players"
                        : $"it becomes more than {MaxElements} HTML elements",
                    lineAt(at)
                );
            }
        }
    }
}

/// <summary>Takes as many characters as a body may have, and says by an exception that it is full.</summary>
internal sealed class BoundedWriter(int capacity)
    : StringWriter(new StringBuilder(capacity), CultureInfo.InvariantCulture)
{
    public override void Write(char value)
    {
        Count(1);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Count(count);
        base.Write(buffer, index, count);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Count(buffer.Length);
        base.Write(buffer);
    }

    public override void Write(string? value)
    {
        Count(value?.Length ?? 0);
        base.Write(value);
    }

    private void Count(int characters)
    {
        if (GetStringBuilder().Length > OutputGuard.MaxCharacters - characters)
        {
            throw new OutputFullException();
        }
    }
}

/// <summary>A body became larger than <see cref="OutputGuard.MaxCharacters"/>.</summary>
internal sealed class OutputFullException : Exception;
