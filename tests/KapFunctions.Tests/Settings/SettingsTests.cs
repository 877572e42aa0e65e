using System.Security.Cryptography;
using KapFunctions.Settings;
using KapFunctions.Storage.Account;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Tests.Settings;

/// <summary>What a start makes of its settings: options, or a sentence for each mistake.</summary>
public sealed class SettingsTests
{
    private const string Emulator = "UseDevelopmentStorage=true";

    private static readonly string Strong = Convert.ToBase64String(SHA256.HashData("a key"u8));

    [Theory]
    [InlineData(
        "Site:Url",
        "www.example.org",
        "Site__Url is no web address: give it the address that readers use, such as https://www.example.org, without user, query or fragment."
    )]
    [InlineData(
        "Ghost:ContentKeys",
        "22444f78447824223cefc48062, 22444f78447824223cefc4806",
        "Ghost__ContentKeys has a malformed key at place 2: a Ghost client takes 26 hexadecimal digits (openssl rand -hex 13)."
    )]
    [InlineData(
        "Preview:Keys",
        "c2hvcnQ=",
        "Preview__Keys has a malformed key at place 1: a key is name:base64 with at least 32 random bytes (openssl rand -base64 32)."
    )]
    [InlineData(
        "Preview:Keys",
        "a:c2hvcnQ=",
        "Preview__Keys has a weak key at place 1: a key is name:base64 with at least 32 random bytes (openssl rand -base64 32)."
    )]
    [InlineData(
        "Preview:Keys",
        "a:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "Preview__Keys has a weak key at place 1: a key is name:base64 with at least 32 random bytes (openssl rand -base64 32)."
    )]
    [InlineData(
        "Webhooks:Keys",
        "a:not base64",
        "Webhooks__Keys has a malformed key at place 1: a key is name:base64 with at least 32 random bytes (openssl rand -base64 32)."
    )]
    [InlineData(
        "Webhooks:AllowPrivateTargets",
        "yes",
        "Webhooks__AllowPrivateTargets is neither true nor false: set it to one of them, or leave it out for false."
    )]
    [InlineData(
        "Site:HttpsAlone",
        "maybe",
        "Site__HttpsAlone is neither true nor false: set it to one of them, or leave it out for what the address says."
    )]
    [InlineData(
        "Editor:Entra:TenantId",
        "7a0e5a9d-6a4e-4f0e-9d0a-1d2f3b4c5d6e",
        "Editor__Entra__ClientId is not set, but Editor__Entra__TenantId is: set both, or neither."
    )]
    [InlineData(
        "Editor:Entra:ClientId",
        "7a0e5a9d-6a4e-4f0e-9d0a-1d2f3b4c5d6e",
        "Editor__Entra__TenantId is not set, but Editor__Entra__ClientId is: set both, or neither."
    )]
    [InlineData(
        "Cdn:FrontDoorEndpointId",
        "/subscriptions/1/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/a",
        "Cdn__FrontDoorEndpointId is no resource id of a Front Door endpoint: it begins with /subscriptions/ and names a Microsoft.Cdn/profiles/afdEndpoints."
    )]
    [InlineData(
        "Cdn:FrontDoorEndpointId",
        "/subscriptions/00000000-0000-0000-0000-000000000002/resourceGroups/g/providers/Microsoft.Cdn/profiles/p/afdEndpoints/e",
        "Cdn__FrontDoorEndpointId needs an identity to purge with: name the storage account by its addresses and set ContentStorage__credential."
    )]
    [InlineData(
        "Cdn:PurgeUrl",
        "http://cache.example.org/purge",
        "Cdn__PurgeUrl is no https address: correct it, or leave it out."
    )]
    [InlineData("Cdn:PurgeToken", "s", "Cdn__PurgeToken is set, but Cdn__PurgeUrl is not: set both, or neither.")]
    [InlineData(
        "Cors:Origins",
        "https://www.example.org, https://www.example.org/",
        "Cors__Origins has no origin at place 2: an origin is http or https, a host and perhaps a port, such as https://www.example.org, or a single * for every one."
    )]
    public void A_wrong_setting_is_told_in_a_sentence(string setting, string value, string sentence) =>
        Assert.Equal([sentence], Mistakes((StorageNames.Connection, Emulator), (setting, value)));

    [Theory]
    [InlineData("http://")]
    [InlineData("ftp://example.org")]
    [InlineData("https://user:word@example.org")]
    [InlineData("https://example.org?a=b")]
    [InlineData("https://example.org#a")]
    [InlineData("/relative")]
    public void An_address_that_browsers_could_not_use_is_no_site(string address) =>
        Assert.StartsWith(
            "Site__Url is no web address",
            Assert.Single(Mistakes((StorageNames.Connection, Emulator), ("Site:Url", address)))
        );

    [Theory]
    [InlineData("example.org")]
    [InlineData("https://Example.org")]
    [InlineData("https://example.org/path")]
    [InlineData("https://example.org,*")]
    [InlineData("null")]
    public void What_no_browser_sends_is_no_origin(string origins) =>
        Assert.NotEmpty(Mistakes((StorageNames.Connection, Emulator), ("Cors:Origins", origins)));

    [Fact]
    public void Two_keys_of_one_name_are_told_apart_by_nobody() =>
        Assert.Equal(
            ["Preview__Keys names two keys alike, the second at place 2: give each a name of its own."],
            Mistakes((StorageNames.Connection, Emulator), ("Preview:Keys", $"a:{Strong},a:{Strong}"))
        );

    [Fact]
    public void No_connection_is_told_with_both_ways_to_give_one() =>
        Assert.Equal(
            [
                "ContentStorage is not set: give it a storage connection string (UseDevelopmentStorage=true for Azurite), or set ContentStorage__blobServiceUri, ContentStorage__queueServiceUri, ContentStorage__tableServiceUri and ContentStorage__credential to use an identity.",
            ],
            Mistakes()
        );

    [Fact]
    public void A_connection_of_both_kinds_is_refused() =>
        Assert.Equal(
            [
                "ContentStorage is set both as a connection string and as ContentStorage__…Uri settings: remove one of them.",
            ],
            Mistakes(("ContentStorage", Emulator), ("ContentStorage:blobServiceUri", "https://a.blob.core.windows.net"))
        );

    [Fact]
    public void Addresses_without_an_identity_are_refused() =>
        Assert.Equal(
            [
                "ContentStorage names an account but no identity to sign in with: set ContentStorage__credential to managedidentity.",
            ],
            Mistakes(("ContentStorage:accountName", "example"))
        );

    [Theory]
    [InlineData("Example")]
    [InlineData("https://example.blob.core.windows.net")]
    [InlineData("example.org/#")]
    public void What_no_account_is_called_makes_no_address(string name) =>
        Assert.Equal(
            [
                "ContentStorage__accountName is no storage account's name: it has 3 to 24 small letters and digits, and no address around it.",
            ],
            Mistakes(("ContentStorage:accountName", name), ("ContentStorage:credential", "managedidentity"))
        );

    [Fact]
    public void Each_address_of_the_account_is_looked_at() =>
        Assert.Equal(
            [
                "ContentStorage__blobServiceUri is not an https address without a query: give it the address of the account's blob service, such as https://example.blob.core.windows.net.",
                "ContentStorage__queueServiceUri is not an https address without a query: give it the address of the account's queue service, such as https://example.queue.core.windows.net.",
                "ContentStorage__tableServiceUri is not set: give it the address of the account's table service.",
                "ContentStorage__credential is none that is known: use managedidentity, workloadidentity (Kubernetes) or azurecli (a developer, in Standalone).",
            ],
            Mistakes(
                ("ContentStorage:blobServiceUri", "http://example.blob.core.windows.net"),
                ("ContentStorage:queueServiceUri", "https://example.queue.core.windows.net?sv=1&sig=abc"),
                ("ContentStorage:credential", "password")
            )
        );

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AccountName=example;AccountKey=?;EndpointSuffix=core.windows.net")]
    public void A_connection_string_that_cannot_be_read_is_refused(string text) =>
        Assert.Equal(
            [
                "ContentStorage is no storage connection string: copy the whole of it from the storage account, or set ContentStorage__…Uri and an identity instead.",
            ],
            Mistakes((StorageNames.Connection, text))
        );

    [Fact]
    public void All_mistakes_are_told_at_once_and_no_value_is()
    {
        const string Marker = "s3cret";
        string[] names =
        [
            StorageNames.Connection,
            "Site:Url",
            "Ghost:ContentKeys",
            "Preview:Keys",
            "Webhooks:Keys",
            "Webhooks:AllowPrivateTargets",
            "Editor:Entra:TenantId",
            "Editor:Entra:ClientId",
            "Cdn:FrontDoorEndpointId",
            "Cdn:ManagementUrl",
            "Cdn:PurgeUrl",
            "Cors:Origins",
        ];

        var mistakes = Mistakes([.. names.Select(name => (name, $"{Marker}:{Marker}"))]);

        Assert.Equal(names.Length, mistakes.Count);
        Assert.DoesNotContain(mistakes, sentence => sentence.Contains(Marker, StringComparison.Ordinal));
    }

    [Fact]
    public void Empty_settings_are_none()
    {
        var options = Options(
            (StorageNames.Connection, Emulator),
            ("Preview:Keys", ""),
            ("Ghost:ContentKeys", " "),
            ("Editor:Entra:TenantId", ""),
            ("Cors:Origins", "")
        );

        Assert.Empty(options.GetRequiredService<PreviewOptions>().Keys);
        Assert.Empty(options.GetRequiredService<GhostOptions>().ContentKeys);
        Assert.False(options.GetRequiredService<EntraOptions>().IsOn);
        Assert.Null(options.GetRequiredService<CorsOptions>().Origins);
        Assert.False(options.GetRequiredService<WebhookOptions>().AllowPrivateTargets);
    }

    [Fact]
    public void Good_settings_become_options()
    {
        var options = Options(
            ("ContentStorage:accountName", "example"),
            ("ContentStorage:credential", "managedidentity"),
            ("Site:Url", "https://www.example.org/"),
            ("Preview:Keys", $"new:{Strong}, old:{Strong}"),
            ("Cors:Origins", "https://www.example.org, http://localhost:5173"),
            ("Webhooks:AllowPrivateTargets", "True")
        );

        Assert.Equal("https://www.example.org", options.GetRequiredService<SiteOptions>().Url);
        Assert.Equal(["new", "old"], options.GetRequiredService<PreviewOptions>().Keys.Select(key => key.Id));
        Assert.Equal(
            ["https://www.example.org", "http://localhost:5173"],
            options.GetRequiredService<CorsOptions>().Origins
        );
        Assert.True(options.GetRequiredService<WebhookOptions>().AllowPrivateTargets);
        Assert.Equal("example", options.GetRequiredService<StorageClients>().Blobs.AccountName);
    }

    [Fact]
    public void A_key_does_not_show_itself() =>
        Assert.Equal(
            "new",
            Options((StorageNames.Connection, Emulator), ("Preview:Keys", $"new:{Strong}"))
                .GetRequiredService<PreviewOptions>()
                .Keys[0]
                .ToString()
        );

    private static IReadOnlyList<string> Mistakes(params (string Name, string Value)[] settings) =>
        Assert.Throws<SettingsException>(() => Options(settings)).Sentences;

    private static ServiceProvider Options(params (string Name, string Value)[] settings) =>
        new ServiceCollection()
            .AddSettings(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(settings.ToDictionary(one => one.Name, one => (string?)one.Value))
                    .Build()
            )
            .BuildServiceProvider();
}
