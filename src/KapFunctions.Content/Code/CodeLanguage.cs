using System.Collections.Frozen;

namespace KapFunctions.Content.Code;

/// <summary>What has to be known of a language to colour it: how comments and strings begin, and which words are its own.</summary>
internal sealed record CodeLanguage
{
    public string[] LineComments { get; init; } = [];

    public (string Open, string Close)[] BlockComments { get; init; } = [];

    /// <summary>Characters that open and close a string; a backslash escapes inside.</summary>
    public string Quotes { get; init; } = "\"'";

    /// <summary>Marks of strings over several lines, the longest first.</summary>
    public string[] LongQuotes { get; init; } = [];

    public FrozenSet<string> Keywords { get; init; } = [];

    public FrozenSet<string> Literals { get; init; } = FrozenSet.Create("true", "false", "null");

    public bool IgnoresCase { get; init; }

    /// <summary>True for HTML and XML, where tags and attributes are coloured and words are not.</summary>
    public bool IsMarkup { get; init; }

    /// <summary>True for the likes of YAML, where a word before a colon is a key.</summary>
    public bool HasKeys { get; init; }

    /// <summary>True for diffs, which are coloured line by line.</summary>
    public bool IsDiff { get; init; }

    /// <summary>True where $name and @name are variables or decorators.</summary>
    public string VariableMarks { get; init; } = "";

    /// <summary>The language of a code block's name; null where it is not known.</summary>
    public static CodeLanguage? Find(string name) => CodeLanguages.ByName.GetValueOrDefault(name);
}
