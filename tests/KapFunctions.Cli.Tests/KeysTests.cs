using KapFunctions.Testing;

namespace KapFunctions.Cli.Tests;

/// <summary><c>kap keys</c>, asked of a running site.</summary>
public sealed class KeysTests : IDisposable
{
    private const string MasterKey = "the-master-key-of-tests";

    private readonly Desk desk = new();

    [Fact]
    public async Task Keys_are_made_shown_and_taken_back()
    {
        await using var site = await TestSite.StartAsync(settings: new() { ["FunctionKeys:Master"] = MasterKey });
        desk.Variables["KAP_URL"] = site.Address.AbsoluteUri;
        desk.Variables["KAP_KEY"] = MasterKey;

        var first = await desk.TypeAsync("keys", "owner", "Anna");
        Assert.Equal(("", 0), (first.Errors, first.Code));
        desk.Variables["KAP_KEY"] = first.Lines[^1];
        var made = await desk.TypeAsync("keys", "add", "ben", "--role", "author");
        Assert.Equal(("", 0), (made.Errors, made.Code));
        Assert.StartsWith("kap_", made.Lines[^1]);
        var again = await desk.TypeAsync("keys", "add", "ben", "--role", "editor");
        Assert.Equal(1, again.Code);
        Assert.Contains("already", again.Errors);

        var listed = await desk.TypeAsync("keys", "list");
        Assert.Contains(
            listed.Lines,
            line => line.StartsWith("author  ben, never used, made ", StringComparison.Ordinal)
        );
        Assert.Contains(listed.Lines, line => line.Contains("Anna, last used", StringComparison.Ordinal));
        Assert.Equal("2 keys", listed.Lines[^1]);
        Assert.DoesNotContain("kap_", listed.Out);

        Assert.Equal(0, (await desk.TypeAsync("keys", "revoke", "ben")).Code);
        var gone = await desk.TypeAsync("keys", "revoke", "ben");
        Assert.Equal((1, true), (gone.Code, gone.Errors.Contains("no key called ben")));
        Assert.Equal(1, (await desk.TypeAsync("status", "--key", made.Lines[^1])).Code);
    }

    [Fact]
    public async Task A_role_that_does_not_suffice_is_told_by_name()
    {
        await using var site = await TestSite.StartAsync();
        desk.Variables["KAP_URL"] = site.Address.AbsoluteUri;
        desk.Variables["KAP_KEY"] = await site.MakeKeyAsync(Storage.Keys.Role.Author);

        var refused = await desk.TypeAsync("keys", "list");

        Assert.Equal(1, refused.Code);
        Assert.Contains("needs the role of an owner", refused.Errors);
    }

    [Theory]
    [InlineData("keys", "add", "ben")]
    [InlineData("keys", "add", "ben", "--role", "king")]
    [InlineData("keys", "revoke")]
    public async Task What_is_missing_is_asked_for_before_any_call(params string[] typed) =>
        Assert.Equal(2, (await desk.TypeAsync(typed)).Code);

    public void Dispose() => desk.Dispose();
}
