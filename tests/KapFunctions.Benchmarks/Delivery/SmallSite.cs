using System.Net.Http.Json;
using System.Text.Json;
using KapFunctions.Benchmarks.Delivery.Peers;
using KapFunctions.Benchmarks.Query;
using KapFunctions.Standalone.Azurite;

namespace KapFunctions.Benchmarks.Delivery;

/// <summary>Standalone as anybody starts it, in a process of its own, over an emulator with a hundred posts of 800 words.</summary>
internal sealed class SmallSite : IAsyncDisposable
{
    public const int Posts = 100;
    private const int Words = 800;

    private readonly AzuriteProcess azurite;

    private SmallSite(AzuriteProcess azurite, ServerProcess server) => (this.azurite, Server) = (azurite, server);

    public ServerProcess Server { get; }

    public string ConnectionString => azurite.ConnectionString;

    public static async Task<SmallSite> StartAsync(string work)
    {
        var content = Directory.CreateDirectory(Path.Combine(work, "content", "posts"));
        for (var post = 0; post < Posts; post++)
        {
            await File.WriteAllTextAsync(Path.Combine(content.FullName, $"{post}.md"), Markdown(post));
        }

        var azurite = await AzuriteProcess.StartInMemoryAsync();
        var server = OwnHost.Start(azurite.ConnectionString, "--content", content.Parent!.FullName);
        try
        {
            await server.WaitAsync("/api/health/ready");
            using var http = new HttpClient();
            while (await CountAsync(http, server.Url) < Posts)
            {
                await Task.Delay(100);
            }
        }
        catch
        {
            server.Dispose();
            await azurite.DisposeAsync();
            throw;
        }

        return new(azurite, server);
    }

    public async ValueTask DisposeAsync()
    {
        Server.Dispose();
        await azurite.DisposeAsync();
    }

    private static async Task<int> CountAsync(HttpClient http, string url)
    {
        var list = await http.GetFromJsonAsync<JsonElement>($"{url}/api/posts?limit=1");
        return list.GetProperty("meta").GetProperty("pagination").GetProperty("total").GetInt32();
    }

    private static string Markdown(int number)
    {
        var random = new Random(number);
        var paragraphs = Enumerable.Range(0, Words / 80).Select(_ => GeneratedSite.Text(random, 80) + ".");
        return $"""
            ---
            title: {GeneratedSite.Text(random, 6)}
            slug: post-{number}
            date: {GeneratedSite.Now.AddDays(-number):yyyy-MM-dd}
            tags: [Tag {random.Next(9)}, Tag {random.Next(9, 20)}]
            authors: [Author {random.Next(4)}]
            ---

            {string.Join("\n\n## A section\n\n", paragraphs)}
            """;
    }
}
