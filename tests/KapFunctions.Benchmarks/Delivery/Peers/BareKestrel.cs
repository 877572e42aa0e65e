namespace KapFunctions.Benchmarks.Delivery.Peers;

/// <summary>
/// The least that Kestrel can do: one answer, whatever the path, from bytes in memory; a 304 for its ETag. No routing, no
/// middleware, no logging. It runs in a process of its own: <c>delivery bare ADDRESS FILE TYPE ETAG</c>.
/// </summary>
internal static class BareKestrel
{
    /// <summary>The answer that its clients get.</summary>
    internal sealed record Page(string File, string ContentType, string ETag);

    public static ServerProcess Start(Page page) =>
        ServerProcess.StartSelf(
            "bare Kestrel",
            port => ["delivery", "bare", ServerProcess.Address(port), page.File, page.ContentType, page.ETag]
        );

    public static async Task RunAsync(string address, Page page)
    {
        var bytes = await File.ReadAllBytesAsync(page.File);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.WebHost.UseUrls(address);
        var app = builder.Build();
        app.Run(context =>
        {
            var response = context.Response;
            response.Headers.ETag = page.ETag;
            if (context.Request.Headers.IfNoneMatch == page.ETag)
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            response.ContentType = page.ContentType;
            response.ContentLength = bytes.Length;
            return response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
        });
        await app.RunAsync();
    }
}
