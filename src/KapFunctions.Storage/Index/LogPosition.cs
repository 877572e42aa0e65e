using System.Globalization;

namespace KapFunctions.Storage.Index;

/// <summary>A place in the log, for those who follow it: written <c>epoch.sequence</c>.</summary>
/// <param name="Sequence">The last entry that was read; 0 for none.</param>
public sealed record LogPosition(string Epoch, long Sequence)
{
    public bool IsKnownTo(Head head) =>
        Epoch == head.Epoch && Sequence <= head.Sequence && Sequence >= head.Sequence - IndexLogTrim.Kept;

    public static LogPosition EndOf(Head head) => new(head.Epoch, head.Sequence);

    public static LogPosition? Parse(string text)
    {
        var dot = text.LastIndexOf('.');
        return
            dot > 0
            && long.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? new(text[..dot], sequence)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}.{Sequence}");
}
