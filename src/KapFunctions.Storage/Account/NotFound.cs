using Azure;

namespace KapFunctions.Storage.Account;

/// <summary>What storage does not have is an answer, not a failure.</summary>
internal static class NotFound
{
    public static async Task<T?> AsNullAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return default;
        }
    }
}
