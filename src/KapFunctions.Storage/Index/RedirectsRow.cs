using System.Text.Json.Serialization;
using KapFunctions.Content.Redirects;
using KapFunctions.Storage.Files;

namespace KapFunctions.Storage.Index;

/// <summary>Where old addresses lead, as last read from a good <c>redirects.yaml</c>.</summary>
public sealed record RedirectsRow : IndexRow
{
    [JsonIgnore]
    public override string Key => IndexKeys.Redirects;

    public required string SourceETag { get; init; }

    /// <summary>Who wrote the version that was last looked at, and when; null where nothing says so.</summary>
    public FileWrite? Written { get; init; }

    public int Reader { get; init; }

    public IReadOnlyList<RedirectRule> Rules { get; init; } = [];

    public string? Report { get; init; }

    public int Errors { get; init; }

    public int Warnings { get; init; }
}
