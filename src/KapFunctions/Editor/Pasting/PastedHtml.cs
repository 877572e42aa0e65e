using System.Text;
using KapFunctions.Http;
using KapFunctions.Importing.Html;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Editor.Pasting;

/// <summary>What came of HTML, and what of it has no place in a text, each thing once.</summary>
internal sealed record ConvertedText(string Markdown, IReadOnlyList<string> Lost);

/// <summary>What editors paste, as Markdown. Nothing is stored or fetched.</summary>
public sealed class PastedHtml : IDisposable
{
    /// <summary>In bytes of UTF-8. Word says a page in 100 KB; pictures come separately.</summary>
    public const int MaxBytes = 4 << 20;

    private const int MaxLost = 20;

    // A conversion cannot be stopped; one at a time leaves room for what readers ask for.
    private readonly SemaphoreSlim turn = new(1);

    public async Task<IResult> ConvertAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (await RequestBody.ReadAsync(request, MaxBytes, cancellation) is not { } bytes)
        {
            return Problems.TooLarge(MaxBytes);
        }

        await turn.WaitAsync(cancellation);
        try
        {
            var text = await Task.Run(() => Convert(Encoding.UTF8.GetString(bytes)), cancellation);
            return new DataResult<ConvertedText>(text, PastedJson.Default.ConvertedText);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    internal static ConvertedText Convert(string html)
    {
        var lost = new SortedSet<string>(StringComparer.Ordinal);
        var markdown = HtmlToMarkdown.Convert(
            html,
            what =>
            {
                lost.Add(what);
                return "";
            }
        );
        return new(markdown.Trim('\n'), [.. lost.Take(MaxLost)]);
    }
}
