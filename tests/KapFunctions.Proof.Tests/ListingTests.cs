using System.Net;
using KapFunctions.Proof.Tests.Support;
using KapFunctions.Publishing.Repair;
using KapFunctions.Storage.Account;
using KapFunctions.Testing;
using KapFunctions.Testing.Faults;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Proof.Tests;

/// <summary>Experiment 14: one name that breaks a listing is stepped over and reported, and everything beside it goes on.</summary>
public sealed class ListingTests
{
    [Theory]
    [InlineData("posts/bell%07.md", "posts/bell\uFFFD.md")]
    [InlineData("posts/m%01%02", "posts/m\uFFFD.md")]
    [InlineData("a%1F", "a\uFFFD.md")]
    public async Task A_name_that_breaks_the_listing_is_listed_and_so_is_all_beside_it(string raw, string name)
    {
        await using var site = await TestSite.StartAsync();
        string[] good = ["media/a.png", "posts/a.md", "posts/b.md", "posts/c.md", "posts/zebra.md", "zz"];
        foreach (var path in good)
        {
            await site.UploadAsync(path, "# Good");
        }

        await site.UploadRawAsync(raw, "# Bell");
        var listing = new BlobListing(site.Storage, StorageNames.ContentContainer);

        for (var look = 0; look < 2; look++)
        {
            var names = await listing.ListAsync("", default).Select(blob => blob.Name).ToListAsync();
            Assert.Equal([.. good.Append(name).Order(StringComparer.Ordinal)], names);
        }
    }

    [Fact]
    public async Task A_post_with_such_a_name_is_reported_and_a_good_one_beside_it_is_published_and_deleted()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadRawAsync("posts/bell%07.md", "# Bell");
        await site.UploadAsync("posts/good.md", "# Good");

        await site.WaitAsync("/api/posts/good", HttpStatusCode.OK);
        var problem = Assert.Single(await site.WaitForProblemsAsync("posts/bell\uFFFD.md"));
        Assert.Equal("path-not-addressable", problem.GetProperty("code").GetString());

        await site.Services.GetRequiredService<Reconciler>().RunAsync(default);
        await site.DeleteAsync("posts/good.md");
        await site.WaitAsync("/api/posts/good", HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Storage_that_fails_for_everything_is_a_failure_and_no_listing()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        var listing = new BlobListing(instance.Storage, StorageNames.ContentContainer);
        account.Plan = new(seed: 1, rate: 1, Fault.ServerError);

        await Assert.ThrowsAsync<Azure.RequestFailedException>(async () =>
            await listing.ListAsync("", default).ToListAsync()
        );
    }
}
