using KapFunctions.Testing;

namespace KapFunctions.EndToEnd.Clients;

/// <summary>Clients that nobody here wrote read a site of ours.</summary>
public sealed class ClientTests(ReadingSite reading) : IClassFixture<ReadingSite>
{
    [FactWith<NodeClients>]
    public Task Ghost_s_own_client_reads_everything() =>
        NodeClients.PassesAsync("ghost.test.mjs", reading.Site.Address);

    [FactWith<NodeClients>]
    public Task A_client_that_checks_every_answer_against_its_schemas_is_content() =>
        NodeClients.PassesAsync("ts-ghost.test.mjs", reading.Site.Address);

    [FactWith<NodeClients>]
    public Task Feed_readers_agree_on_the_three_feeds() =>
        NodeClients.PassesAsync("feeds.test.mjs", reading.Site.Address);

    [FactWith<NodeClients>]
    public Task Every_answer_is_what_the_OpenAPI_document_says() =>
        NodeClients.PassesAsync("openapi.test.mjs", reading.Site.Address);

    [FactWith<NodeClients>]
    public Task A_typed_client_made_of_the_OpenAPI_document_compiles_and_reads() =>
        NodeClients.PassesAsync("typed.test.mjs", reading.Site.Address);

    [FactWith<KiotaClient>]
    public async Task A_client_that_Kiota_makes_of_the_OpenAPI_document_compiles_and_reads()
    {
        var list = (await reading.Site.GetAsync("/api/posts?limit=1")).Json;
        var post = list.GetProperty("posts")[0];

        Assert.Equal(
            [
                $"{list.GetProperty("meta").GetProperty("pagination").GetProperty("total")} {post.GetProperty("title")}",
                $"{post.GetProperty("html").GetString()!.Length}",
                "follows",
                "404 Problem",
            ],
            await KiotaClient.ReadAsync(reading.Site.Address)
        );
    }

    [FactWith<NodeClients>]
    public Task What_the_samples_for_websites_show_reads_the_site() =>
        NodeClients.PassesAsync("samples.test.mjs", reading.Site.Address);

    [FactWith<NodeClients>]
    public Task Every_kind_of_page_is_HTML_without_an_error() =>
        NodeClients.PassesAsync("html.test.mjs", reading.Site.Address);

    [FactWith<XmlLint>]
    public async Task The_sitemap_is_what_its_schema_asks()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, (await reading.Site.GetAsync("/sitemap.xml")).Body);
            var run = await Tool.RunAsync(
                "xmllint",
                ["--noout", "--nonet", "--schema", "sitemap.xsd", file],
                NodeClients.Project
            );

            Assert.True(run.IsSuccess, run.StandardError);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
