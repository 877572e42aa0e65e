using KapFunctions.Content.Sources;

namespace KapFunctions.Content;

/// <summary>What recording something in a file's head came to.</summary>
/// <param name="Written">The file with it; null where it could not be written.</param>
/// <param name="Refusal">Why not, and what to do.</param>
public sealed record RecordedHead(SourceFile? Written, string? Refusal)
{
    internal static RecordedHead NotPublished { get; } =
        Refused("The file cannot be published as it is. Mend its errors first.");

    internal static RecordedHead NotUtf8 { get; } = Refused("The file is not UTF-8. Save it again with that encoding.");

    internal static RecordedHead Refused(string why) => new(null, why);
}
