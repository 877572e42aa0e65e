using System.Globalization;

namespace KapFunctions.Storage.Files;

/// <summary>What is kept beside the bytes of a file.</summary>
/// <param name="Hash">The MD5 of its bytes; null to let storage make it where it can.</param>
public readonly record struct FileFacts(string ContentType, byte[]? Hash = null, bool IsPushed = false)
{
    private const string TimeForm = "yyyy-MM-ddTHH:mm:ssZ";

    // The metadata that stands on a blob until somebody writes it otherwise.
    private const string PushedMark = "kappushed";
    private const string BaseMark = "kapbase";
    private const string PublishedFromMark = "kapfrom";
    private const string WriterMark = "kapby";
    private const string WrittenMark = "kapat";

    /// <summary>Who wrote it, and when.</summary>
    public FileWrite? Written { get; init; }

    /// <summary>Of a next version: the live one that it was made from, quoted; empty for none.</summary>
    public string? Base { get; init; }

    /// <summary>Of a live version: the next one that it was, quoted.</summary>
    public string? PublishedFrom { get; init; }

    internal Dictionary<string, string>? Metadata
    {
        get
        {
            var marks = new Dictionary<string, string>();
            Add(PushedMark, IsPushed ? "1" : null);
            // No value may be empty.
            Add(BaseMark, Base is { Length: 0 } ? "none" : Base?.Trim('"'));
            Add(PublishedFromMark, PublishedFrom?.Trim('"'));
            // Storage takes ASCII alone.
            Add(WriterMark, Written is { By: var by } ? Uri.EscapeDataString(by) : null);
            Add(WrittenMark, Written?.At.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture));
            return marks.Count > 0 ? marks : null;

            void Add(string mark, string? value)
            {
                if (value is not null)
                {
                    marks[mark] = value;
                }
            }
        }
    }

    internal static bool IsPushedIn(IDictionary<string, string>? metadata) => metadata?.ContainsKey(PushedMark) == true;

    internal static string? BaseIn(IDictionary<string, string>? metadata) =>
        ValueIn(metadata, BaseMark) is not { } value ? null
        : value == "none" ? ""
        : $"\"{value}\"";

    internal static string? PublishedFromIn(IDictionary<string, string>? metadata) =>
        ValueIn(metadata, PublishedFromMark) is { } value ? $"\"{value}\"" : null;

    internal static FileWrite? WrittenIn(IDictionary<string, string>? metadata) =>
        ValueIn(metadata, WriterMark) is { Length: > 0 } by
        && DateTimeOffset.TryParseExact(
            ValueIn(metadata, WrittenMark),
            TimeForm,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? new(Uri.UnescapeDataString(by), at)
            : null;

    private static string? ValueIn(IDictionary<string, string>? metadata, string mark) =>
        metadata is not null && metadata.TryGetValue(mark, out var value) ? value : null;
}
