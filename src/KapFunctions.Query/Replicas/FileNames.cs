using System.Text;

namespace KapFunctions.Query.Replicas;

/// <summary>Names of files as people type them. A letter with an accent may be one character (NFC, as keyboards have it) or two
/// (NFD, as macOS names files): to a reader both are one name, to storage they are two.</summary>
internal static class FileNames
{
    /// <summary>What is found under the name as it stands, else under the same name in either form.</summary>
    public static T? Find<T>(string name, Func<string, T?> find)
        where T : class
    {
        if (find(name) is { } found)
        {
            return found;
        }

        // Half a character cannot be normalized, and names nothing.
        return Ascii.IsValid(name) || name.EnumerateRunes().Contains(Rune.ReplacementChar)
            ? null
            : find(name.Normalize(NormalizationForm.FormC)) ?? find(name.Normalize(NormalizationForm.FormD));
    }
}
