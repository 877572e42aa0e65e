using System.Security.Cryptography;
using System.Text;

namespace KapFunctions.Content.Settings;

/// <summary>A word or phrase that the site does not use, and what it writes instead.</summary>
/// <param name="Word">Found in any capitals where it has none itself.</param>
/// <param name="Better">What the site writes instead.</param>
/// <param name="Reason">Null for none.</param>
/// <param name="Severity">An error keeps a text back.</param>
public sealed record Term(string Word, string Better, string? Reason, TermSeverity Severity)
{
    /// <summary>Short, and other for other terms.</summary>
    public static string FingerprintOf(IEnumerable<Term> terms) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', terms))).AsSpan(0, 8));
}

/// <summary>How severe it is to use a word all the same.</summary>
public enum TermSeverity
{
    /// <summary>Worth a thought.</summary>
    Hint,

    /// <summary>To be mended.</summary>
    Warning,

    /// <summary>Nothing new goes public.</summary>
    Error,
}
