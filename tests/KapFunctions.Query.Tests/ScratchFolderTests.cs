namespace KapFunctions.Query.Tests;

public sealed class ScratchFolderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("kap-scratch-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void What_a_killed_owner_left_goes_and_what_a_living_one_has_stays()
    {
        using var living = ScratchFolder.In(root, new Later(TimeSpan.Zero));
        var dead = Directory.CreateDirectory(Path.Combine(root, "dead")).FullName;
        File.WriteAllText(Path.Combine(dead, "replica.db"), "much");
        File.WriteAllText(Path.Combine(dead, "in-use"), "");

        using var next = ScratchFolder.In(root, new Later(TimeSpan.FromHours(1)));

        Assert.False(Directory.Exists(dead));
        Assert.True(Directory.Exists(living.Path));
        Assert.NotEqual(living.Path, next.Path);
    }

    [Fact]
    public void A_folder_that_was_just_made_is_left_alone()
    {
        var young = Directory.CreateDirectory(Path.Combine(root, "young")).FullName;

        using var next = ScratchFolder.In(root, new Later(TimeSpan.Zero));

        Assert.True(Directory.Exists(young));
    }

    [Fact]
    public void A_folder_goes_with_its_owner()
    {
        var folder = ScratchFolder.In(root, TimeProvider.System);
        File.WriteAllText(Path.Combine(folder.Path, "replica.db"), "much");

        folder.Dispose();

        Assert.False(Directory.Exists(folder.Path));
    }

    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
