using System.CommandLine;
using KapFunctions.Cli.Terminal;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Cli.Moving;

/// <summary><c>kap addresses FILE --url https://…</c>: whether the new site answers at each address of the old one.</summary>
internal static class AddressesCommand
{
    private const int MaxAddresses = 100_000;
    private const int MaxRedirects = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Command Create(Surroundings around, Screen screen)
    {
        var file = new Argument<string>("FILE")
        {
            Description =
                $"One address a line, as {OldAddressList.FileName} of an import has them; or whole addresses.",
        };
        var url = new Option<string>("--url")
        {
            Description = "Address of the new site.",
            HelpName = "URL",
            Required = true,
        };
        var command = new Command("addresses", "Asks a new site for each address of the old one: 200, 301 or 410.")
        {
            file,
            url,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var from = around.PathOf(parsed.GetValue(file)!);
                if (!File.Exists(from))
                {
                    throw new UsageException($"There is no file {from}.");
                }
                if (
                    !Uri.TryCreate(parsed.GetValue(url)!.TrimEnd('/') + "/", UriKind.Absolute, out var site)
                    || site.Scheme is not ("http" or "https")
                )
                {
                    throw new UsageException("--url begins with https://.");
                }
                using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
                {
                    Timeout = Patience,
                };
                var lines = File.ReadLines(from).Where(line => line.Trim().Length > 0).Take(MaxAddresses);
                return await AskAsync(lines, site, http, screen, cancellation);
            }
        );
        return command;
    }

    private static async Task<int> AskAsync(
        IEnumerable<string> lines,
        Uri site,
        HttpClient http,
        Screen screen,
        CancellationToken cancellation
    )
    {
        var (all, well) = (0, 0);
        foreach (var line in lines)
        {
            var path = PathOf(line.Trim());
            all++;
            var wrong = await WrongAsync(new(site, path), http, cancellation);
            well += wrong is null ? 1 : 0;
            if (wrong is not null)
            {
                screen.Line($"[yellow]{Screen.Plain(path)}[/] {Screen.Plain(wrong)}");
            }
        }
        screen.Line($"{well} of {Screen.Count(all, "address", "addresses")} answer with 200, 301 or 410");
        return well == all ? ExitCodes.Well : ExitCodes.Mend;
    }

    private static string PathOf(string line) =>
        Uri.TryCreate(line, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https"
            ? whole.PathAndQuery
            : "/" + line.TrimStart('/');

    /// <summary>Null where readers get a page, or hear that it is gone. Where they are led to is asked, too.</summary>
    private static async Task<string?> WrongAsync(Uri address, HttpClient http, CancellationToken cancellation)
    {
        var at = address;
        for (var hop = 0; hop <= MaxRedirects; hop++)
        {
            try
            {
                using var answer = await http.GetAsync(at, HttpCompletionOption.ResponseHeadersRead, cancellation);
                var status = (int)answer.StatusCode;
                if (status is 200 or 410)
                {
                    return null;
                }
                if (status is not (301 or 302 or 307 or 308) || answer.Headers.Location is not { } to)
                {
                    return at == address
                        ? $"answers {status}: add \"{address.AbsolutePath}: /…/\" or \"{address.AbsolutePath}: 410\" to redirects.yaml"
                        : $"leads to {at}, which answers {status}";
                }
                at = new(at, to);
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
            {
                cancellation.ThrowIfCancellationRequested();
                return $"does not answer: {failure.Message}";
            }
        }
        return $"is led on more than {MaxRedirects} times";
    }
}
