using KapFunctions.Content.Text;

namespace KapFunctions.Content.Links;

/// <summary>One form for all the ways in which people write the same path: percent-encoded or not, composed or not, in capitals
/// or not, with or without slashes around it.</summary>
public static class AddressKey
{
    /// <summary>Without slashes around it; empty for the first page.</summary>
    public static string Of(string path)
    {
        if (IsPlain(path))
        {
            return path;
        }

        var decoded = WellFormed.Text(Uri.UnescapeDataString(path)).Normalize().ToLowerInvariant();
        return string.Join('/', decoded.Split('/', StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsPlain(string path)
    {
        foreach (var c in path)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('-' or '_' or '.'))
            {
                return false;
            }
        }

        return true;
    }
}
