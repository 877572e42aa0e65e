using KapFunctions.Content.Redirects;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Replicas;

/// <summary>The redirects, kept while the index does not change: whoever looks for holes asks for nothing but what is not
/// there.</summary>
internal sealed class RedirectCache
{
    private (LogPosition Position, RedirectRules Rules)? last;
    private readonly Lock writing = new();

    public RedirectRules At(LogPosition position, Func<IReadOnlyList<RedirectRule>> read)
    {
        lock (writing)
        {
            if (last?.Position != position)
            {
                last = (position, new(read()));
            }

            return last.Value.Rules;
        }
    }
}
