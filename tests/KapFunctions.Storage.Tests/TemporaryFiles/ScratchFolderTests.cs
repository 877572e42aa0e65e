using KapFunctions.Query.Replicas;
using KapFunctions.Storage.TemporaryFiles;
using KapFunctions.Testing;

namespace KapFunctions.Storage.Tests.TemporaryFiles;

public sealed class ScratchFolderTests : IDisposable
{
    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerAlone = OwnerReadsAndWrites | UnixFileMode.UserExecute;

    private readonly string root = Directory.CreateTempSubdirectory("kap-scratch-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void What_a_killed_owner_left_goes_and_what_a_living_one_has_stays()
    {
        using var living = ScratchFolder.In(root);
        var dead = Dead("dead", OwnerAlone);

        using var next = ScratchFolder.In(root);
        next.ClearDead(new Later(TimeSpan.FromHours(1)));

        Assert.False(Directory.Exists(dead));
        Assert.True(File.Exists(Path.Combine(living.Path, "in-use")));
        Assert.NotEqual(living.Path, next.Path);
        Assert.Equal(["in-use"], Directory.EnumerateFileSystemEntries(next.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_folder_that_was_just_made_is_left_alone()
    {
        var young = Dead("young", OwnerAlone);

        using var next = ScratchFolder.In(root);
        next.ClearDead(TimeProvider.System);

        Assert.True(Directory.Exists(young));
    }

    [Fact]
    public void A_folder_goes_with_its_owner()
    {
        var folder = ScratchFolder.In(root);
        File.WriteAllText(Path.Combine(folder.Path, "replica.db"), "much");

        folder.Dispose();

        Assert.False(Directory.Exists(folder.Path));
    }

    [FactWith<Unix>]
    public void What_others_could_have_prepared_is_neither_used_nor_cleared()
    {
        var outside = Directory.CreateDirectory(Path.Combine(root, "outside")).FullName;
        File.WriteAllText(Path.Combine(outside, "in-use"), "mine");
        File.WriteAllText(Path.Combine(outside, "deep"), "mine");
        Directory.CreateSymbolicLink(Path.Combine(root, "kapfunctions-link"), outside);
        var open = Dead("open", OwnerAlone | UnixFileMode.GroupRead | UnixFileMode.OtherWrite);
        var marked = Dead("marked", OwnerAlone);
        File.Delete(Path.Combine(marked, "in-use"));
        File.CreateSymbolicLink(Path.Combine(marked, "in-use"), Path.Combine(outside, "deep"));
        var holdsLink = Dead("holds-link", OwnerAlone);
        File.CreateSymbolicLink(Path.Combine(holdsLink, "replica.db-wal"), Path.Combine(outside, "deep"));

        using var next = ScratchFolder.In(root);
        next.ClearDead(new Later(TimeSpan.FromHours(1)));

        Assert.Equal(2, Directory.EnumerateFiles(outside).Count());
        Assert.True(Directory.Exists(open) && Directory.Exists(marked));
        Assert.False(Directory.Exists(holdsLink));
        Assert.NotEqual(root, next.Path);
    }

    [FactWith<Unix>]
    public async Task Only_its_owner_may_read_a_replica_and_all_that_lies_beside_it()
    {
        using var folder = ScratchFolder.In(root);
        using var replica = new Replica(folder.Path);
        await replica.LoadAsync(
            new("epoch", 0, Complete: true, ""),
            AsyncEnumerable.Empty<Storage.Index.IndexRow>(),
            AsyncEnumerable.Empty<Storage.Index.LogEntry>(),
            CancellationToken.None
        );
        using var snapshot = new MemoryStream();
        await replica.SaveSnapshotAsync(snapshot, CancellationToken.None);
        snapshot.Position = 0;
        Assert.True(
            await replica.LoadSnapshotAsync(
                snapshot,
                new("epoch", 0, Complete: true, ""),
                _ => AsyncEnumerable.Empty<Storage.Index.LogEntry>(),
                CancellationToken.None
            )
        );
        using (replica.Read(DateTimeOffset.UtcNow))
        {
            var files = Directory.EnumerateFiles(folder.Path).ToList();
            Assert.Contains(files, file => file.EndsWith("-wal", StringComparison.Ordinal));
            Assert.Contains(files, file => file.EndsWith("-shm", StringComparison.Ordinal));
            Assert.All(files, file => Assert.Equal(OwnerReadsAndWrites, ModeOf(file)));
        }

        Assert.Equal(OwnerAlone, ModeOf(folder.Path));
    }

    [FactWith<Unix>]
    public async Task Only_its_owner_may_read_a_temporary_file()
    {
        await using var file = TemporaryFile.Create();

        Assert.Equal(OwnerReadsAndWrites, ModeOf(file.Name));
        Assert.Equal(OwnerAlone, ModeOf(Path.GetDirectoryName(file.Name)!));
        await file.DisposeAsync();
        Assert.False(File.Exists(file.Name));
    }

    private string Dead(string name, UnixFileMode mode)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, $"kapfunctions-{name}")).FullName;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, mode);
        }

        File.WriteAllText(Path.Combine(folder, "replica.db"), "much");
        File.WriteAllText(Path.Combine(folder, "in-use"), "");
        return folder;
    }

    private static UnixFileMode ModeOf(string path) =>
        OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(path);

    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
