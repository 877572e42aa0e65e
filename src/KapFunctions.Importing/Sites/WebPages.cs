using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Sites;

/// <param name="Address">Where it was in the end, behind redirections.</param>
/// <param name="IsCut">There was more of it than is read.</param>
internal sealed record WebPage(Uri Address, int Status, string Text, bool IsCut = false);

/// <summary>Pages of one site, kept on disk so that a run that was cut off goes on.</summary>
/// <param name="folder">Where pages are kept.</param>
/// <param name="pause">Between two requests.</param>
/// <param name="allowsPrivate">True where addresses of private networks may be asked, too.</param>
internal sealed partial class WebPages(string folder, TimeSpan pause, bool allowsPrivate) : IDisposable
{
    /// <summary>In bytes; what is larger is no text.</summary>
    private const int MaxBytes = 5 << 20;

    /// <summary>A connection that breaks is tried once more.</summary>
    private const int MaxAttempts = 2;

    /// <summary>Where a page names its encoding, in characters.</summary>
    private const int MaxHead = 2_048;

    private readonly PoliteClient client = new(pause, allowsPrivate ? null : PublicAddresses.IsPrivate);

    /// <summary>Pages that may be there the next time.</summary>
    public int Missed { get; private set; }

    /// <summary>Null where it cannot be had; <paramref name="why"/> says so, and is empty for a page with a text.</summary>
    public WebPage? Get(Uri address, out string why, CancellationToken cancellation)
    {
        var kept = Path.Combine(folder, NameOf(address));
        if (Read(kept) is { } known)
        {
            why = WhyOf(known);
            return known;
        }
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var page = client.Get(
                    address,
                    async (answer, body, token) =>
                    {
                        var (bytes, isCut) = await PoliteClient.ReadAsync(body, MaxBytes, token);
                        var charset = answer.Content.Headers.ContentType?.CharSet;
                        return new WebPage(
                            answer.RequestMessage?.RequestUri ?? address,
                            (int)answer.StatusCode,
                            EncodingOf(charset, bytes).GetString(bytes),
                            isCut
                        );
                    },
                    cancellation
                );
                why = WhyOf(page);
                if (page.Status is 429 or >= 500)
                {
                    Missed++;
                }
                else
                {
                    Keep(kept, page);
                }
                return page;
            }
            catch (Exception failure)
                when (failure is HttpRequestException or IOException or OperationCanceledException
                    && !cancellation.IsCancellationRequested
                )
            {
                if (attempt >= MaxAttempts)
                {
                    Missed++;
                    why = failure is OperationCanceledException ? "took too long" : failure.Message;
                    return null;
                }
            }
        }
    }

    public void Dispose() => client.Dispose();

    private static string WhyOf(WebPage page) =>
        page.Status is >= 200 and < 300 ? "" : $"was answered with {page.Status}";

    /// <summary>As the answer says, else as the page says, else UTF-8.</summary>
    private static Encoding EncodingOf(string? charset, byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, MaxHead));
        var named = charset?.Trim('"', '\'', ' ') ?? Charset().Match(head).Groups["name"].Value;
        // Browsers read Latin-1 as Windows's, which has more: https://encoding.spec.whatwg.org/#names-and-labels.
        named = named.StartsWith("iso-8859-1", StringComparison.OrdinalIgnoreCase) ? "windows-1252" : named;
        try
        {
            return named.Length == 0
                ? Encoding.UTF8
                : CodePagesEncodingProvider.Instance.GetEncoding(named) ?? Encoding.GetEncoding(named);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    private static WebPage? Read(string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }
        var lines = File.ReadAllText(file).Split('\n', 3);
        return
            lines.Length == 3
            && lines[0].Split(' ') is [var number, var cut]
            && int.TryParse(number, CultureInfo.InvariantCulture, out var status)
            && Uri.TryCreate(lines[1], UriKind.Absolute, out var address)
            ? new(address, status, lines[2], cut == "cut")
            : null;
    }

    private void Keep(string file, WebPage page)
    {
        Directory.CreateDirectory(folder);
        var draft = file + ".part";
        File.WriteAllText(
            draft,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{page.Status} {(page.IsCut ? "cut" : "whole")}\n{page.Address.AbsoluteUri}\n{page.Text}"
            )
        );
        File.Move(draft, file, overwrite: true);
    }

    private static string NameOf(Uri address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)))[..32];

    [GeneratedRegex(
        """<meta[^>]{0,200}\bcharset\s*=\s*["']?(?<name>[\w-]{2,40})""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Charset();
}
