using KapFunctions.Storage.Account;
using KapFunctions.Testing;
using KapFunctions.Testing.Faults;

namespace KapFunctions.Proof.Tests.Support;

/// <summary>How much is proved: a representative of each kind, or with <c>KAP_FULL=1</c> the whole matrix.</summary>
internal static class Given
{
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("KAP_FULL") == "1";

    /// <summary>One of two sizes.</summary>
    public static int Size(int representative, int full) => IsFull ? full : representative;

    /// <summary>The seed of a test: the one in <c>KAP_SEED</c>, to see a failure again, else a new one.</summary>
    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("KAP_SEED"), out var seed) ? seed : Random.Shared.Next();

    /// <summary>An account that nobody has used, behind proxies.</summary>
    public static async Task<FaultyAccount> NewAccountAsync()
    {
        var account = await FaultyAccount.StartAsync(await SharedAzurite.NewAccountAsync());
        await StorageClients.FromConnectionString(account.ConnectionString).CreateMissingAsync();
        return account;
    }
}
