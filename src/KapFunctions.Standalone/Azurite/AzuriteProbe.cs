namespace KapFunctions.Standalone.Azurite;

internal enum Listening
{
    None,

    Azurite,

    Other,
}

internal static class AzuriteProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<Listening> AskAsync(Uri address, CancellationToken cancellation)
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(address, cancellation);
            var server = answer.Headers.TryGetValues("Server", out var values) ? string.Concat(values) : "";
            return server.StartsWith("Azurite-Blob/", StringComparison.Ordinal) ? Listening.Azurite : Listening.Other;
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError == HttpRequestError.ConnectionError)
        {
            return Listening.None;
        }
        catch (Exception failure)
            when (failure is HttpRequestException
                || failure is OperationCanceledException && !cancellation.IsCancellationRequested
            )
        {
            // It accepts connections, and speaks another language or keeps silent.
            return Listening.Other;
        }
    }
}
