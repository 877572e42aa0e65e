using KapFunctions.Testing;

namespace KapFunctions.EndToEnd.Clients;

/// <summary>The reader in <c>kiota/</c>, over a client that Kiota makes of the OpenAPI document of a running site.</summary>
internal sealed class KiotaClient : INeed
{
    private static readonly Lazy<string?> Found = new(() => Task.Run(FindMissingAsync).GetAwaiter().GetResult());

    /// <inheritdoc />
    public static string? Missing => Found.Value;

    /// <summary>What the reader prints of the site at <paramref name="url"/>; fails with what a step on the way printed.</summary>
    public static async Task<string[]> ReadAsync(Uri url)
    {
        var address = url.GetLeftPart(UriPartial.Authority);
        var folder = Directory.CreateTempSubdirectory("kap-kiota-");
        try
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(NodeClients.Project, "kiota")))
            {
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            }

            await PassAsync(
                Checkout.Root,
                [
                    .. "kiota generate --language CSharp --class-name SiteClient --namespace-name Made".Split(' '),
                    .. "--exclude-backward-compatible --include-path /api/posts --include-path /api/posts/{slug}".Split(
                        ' '
                    ),
                    .. "--include-path /api/changes --serializer Microsoft.Kiota.Serialization.Json.JsonSerializationWriterFactory".Split(
                        ' '
                    ),
                    .. "--deserializer Microsoft.Kiota.Serialization.Json.JsonParseNodeFactory".Split(' '),
                    "--openapi",
                    $"{address}/openapi.json",
                    "--output",
                    Path.Combine(folder.FullName, "Made"),
                ]
            );
            return (await PassAsync(folder.FullName, ["run", "--project", "Reader.csproj", "--", address])).Split(
                '\n',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> PassAsync(string folder, string[] arguments)
    {
        var run = await Tool.RunAsync(
            "dotnet",
            arguments,
            folder,
            ("KIOTA_TUTORIAL_ENABLED", "false"),
            ("DOTNET_CLI_TELEMETRY_OPTOUT", "1")
        );
        Assert.True(run.IsSuccess, run.StandardOutput + run.StandardError);
        return run.StandardOutput;
    }

    private static async Task<string?> FindMissingAsync() =>
        await Tool.SucceedsAsync("dotnet", ["tool", "restore"], Checkout.Root)
        && await Tool.SucceedsAsync("dotnet", ["kiota", "--version"], Checkout.Root)
        && await Tool.SucceedsAsync(
            "dotnet",
            ["restore", Path.Combine(NodeClients.Project, "kiota", "Reader.csproj")],
            Path.GetTempPath()
        )
            ? null
            : "Kiota could not be installed: no registry.";
}
