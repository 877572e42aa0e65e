using System.Security.Cryptography;
using System.Text;
using KapFunctions.Standalone.Azurite;

namespace KapFunctions.Testing;

/// <summary>
/// One Azurite for all tests of this process, in memory, on free ports. Each test gets a storage account of its own in it,
/// so that tests run in parallel and none sees what another wrote. It ends with the process.
/// </summary>
internal static class SharedAzurite
{
    private const int Accounts = 1_000;

    private static readonly Lazy<Task<AzuriteProcess>> Running = new(StartAsync);
    private static int used;

    /// <summary>Connects to an account that nobody has used.</summary>
    public static async Task<string> NewAccountAsync()
    {
        var azurite = await Running.Value;
        return azurite.ConnectionStringOf(Name(Interlocked.Increment(ref used)), Key);
    }

    private static readonly string Key = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes("tests")));

    private static Task<AzuriteProcess> StartAsync() =>
        AzuriteProcess.StartInMemoryAsync(Enumerable.Range(1, Accounts).ToDictionary(Name, _ => Key));

    private static string Name(int number) => $"account{number}";
}
