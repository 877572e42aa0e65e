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

        return MayBeSpelledOtherwise(name)
            ? find(name.Normalize(NormalizationForm.FormC)) ?? find(name.Normalize(NormalizationForm.FormD))
            : null;
    }

    /// <summary>Half a character cannot be normalized, and names nothing.</summary>
    public static bool MayBeSpelledOtherwise(string name) =>
        !Ascii.IsValid(name) && !name.EnumerateRunes().Contains(Rune.ReplacementChar);

    public static bool IsSame(string name, string other) =>
        name.Normalize(NormalizationForm.FormC) == other.Normalize(NormalizationForm.FormC);
}
