using KapFunctions.Standalone.Machine;
using KapFunctions.Testing;

namespace KapFunctions.Standalone.Tests.Starting;

/// <summary>The folder with the emulator's data and the function key.</summary>
public sealed class StateFolderTests
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [FactWith<Unix>]
    public void Nobody_else_looks_into_what_a_developer_s_machine_keeps()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // As older versions left it, and as a new one makes it.
        Directory.CreateDirectory(Repository.StateFolder);
        File.SetUnixFileMode(Repository.StateFolder, OwnerAlone | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        Repository.ShutStateFolder();

        Assert.Equal(OwnerAlone, File.GetUnixFileMode(Repository.StateFolder));
    }
}
