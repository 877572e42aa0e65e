using System.Text.Json.Serialization;

namespace KapFunctions.Content.Settings;

/// <summary>What a field of the site's own holds.</summary>
public enum OwnFieldType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A number, perhaps with a point.</summary>
    Number,

    /// <summary>A switch.</summary>
    YesNo,

    /// <summary>A day, or a moment of it.</summary>
    Date,

    /// <summary>One of the choices.</summary>
    OneOf,

    /// <summary>Another post or page.</summary>
    Post,
}

/// <summary>A key of heads that <c>site.yaml</c> declares: readers get its values, and filters and orders know it.</summary>
public sealed record OwnField
{
    /// <summary>Most fields that a site may have.</summary>
    public const int MaxFields = 100;

    /// <summary>Letters of a to z, digits and underscores, as it is delivered; heads may spell it in any way that makes no difference.</summary>
    public required string Name { get; init; }

    /// <summary>What it holds.</summary>
    public OwnFieldType Type { get; init; }

    /// <summary>Whether it holds several.</summary>
    public bool IsList { get; init; }

    /// <summary>What it may say; empty unless it is one of them.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>A sentence for those who write.</summary>
    public string? Help { get; init; }

    /// <summary>Whether every post has it.</summary>
    public bool OfPosts { get; init; } = true;

    /// <summary>Whether every page has it.</summary>
    public bool OfPages { get; init; } = true;

    /// <summary>Slugs, as posts have them, of tags whose posts and pages have it besides.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The type in the words of <c>site.yaml</c>.</summary>
    [JsonIgnore]
    public string TypeName => IsList ? "list of " + NameOf(Type) : NameOf(Type);

    private static string NameOf(OwnFieldType type) =>
        type switch
        {
            OwnFieldType.Number => "number",
            OwnFieldType.YesNo => "yes/no",
            OwnFieldType.Date => "date",
            OwnFieldType.OneOf => "one of",
            OwnFieldType.Post => "post",
            _ => "text",
        };
}
