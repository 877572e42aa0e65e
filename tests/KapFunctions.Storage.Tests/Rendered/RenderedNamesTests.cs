using KapFunctions.Storage.Rendered;

namespace KapFunctions.Storage.Tests.Rendered;

public sealed class RenderedNamesTests
{
    private static readonly string Hash = new('a', 64);

    [Fact]
    public void A_name_is_known_by_its_folder_and_its_hash()
    {
        var names = new RenderedNames();
        names.Add($"bodies/{Hash}.json");

        Assert.True(names.Contains($"bodies/{Hash}.json"));
        Assert.False(names.Contains($"good/{Hash}"));
        Assert.False(names.Contains($"bodies/{Hash.Replace('a', 'b')}.json"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("bodies/")]
    [InlineData("bodies/short")]
    [InlineData("bodies/zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    public void What_is_no_hash_is_kept_by_nobody(string name)
    {
        var names = new RenderedNames();
        names.Add(name);

        Assert.False(names.Contains(name));
    }
}
