using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>What caches in front are told of an answer: what it depends on, in the two forms that they read, and how long they
/// may keep it where they are told when it is old. Browsers are told nothing of that.</summary>
internal sealed class EdgeHeaders(IReadOnlyList<string> tags, Func<KeyValuePair<string, string>?>? lifetime = null)
{
    private readonly string byComma = string.Join(',', tags);
    private readonly string byBlank = string.Join(' ', tags);

    /// <summary>Bytes that it holds.</summary>
    public int Size => (byComma.Length + byBlank.Length) * sizeof(char);

    public void Set(IHeaderDictionary headers)
    {
        headers["Cache-Tag"] = byComma;
        headers["Surrogate-Key"] = byBlank;
        if (lifetime?.Invoke() is var (name, value))
        {
            headers[name] = value;
        }
    }
}
