namespace KapFunctions.Cli.Tests.Importing;

/// <summary><c>kap addresses</c>: what a site answers at the addresses of the one before it.</summary>
public sealed class AddressesTests : IDisposable
{
    private readonly Desk desk = new();
    private readonly OldSite site = new();

    [Fact]
    public async Task Each_address_that_readers_would_not_find_is_told_with_its_line_for_the_redirects()
    {
        site.Answers["/there/"] = ("text/html", "A page.");
        site.Redirects["/moved/"] = "/there/";
        site.Redirects["/astray/"] = "/nowhere/";
        site.Redirects["/loop/"] = "/loop/";
        desk.Write("old.txt", "/there/\n\nhttps://old.example/moved/\n/gone/\nastray/\n/loop/\n");

        var typed = await desk.TypeAsync("addresses", "old.txt", "--url", site.Address);

        Assert.Equal(1, typed.Code);
        Assert.Equal(
            [
                "/gone/ answers 404: add \"/gone/: /…/\" or \"/gone/: 410\" to redirects.yaml",
                $"/astray/ leads to {site.Address}/nowhere/, which answers 404",
                "/loop/ is led on more than 5 times",
                "2 of 5 addresses answer with 200, 301 or 410",
            ],
            typed.Lines
        );
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_no_proof() =>
        Assert.Equal(2, (await desk.TypeAsync("addresses", "old.txt", "--url", site.Address)).Code);

    public void Dispose()
    {
        site.Dispose();
        desk.Dispose();
    }
}
