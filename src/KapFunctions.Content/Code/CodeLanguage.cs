using System.Collections.Frozen;

namespace KapFunctions.Content.Code;

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

    /// <summary>HTML and XML: tags and attributes are coloured, words are not.</summary>
    public bool IsMarkup { get; init; }

    /// <summary>The likes of YAML, where a word before a colon is a key.</summary>
    public bool HasKeys { get; init; }

    /// <summary>Diffs are coloured line by line.</summary>
    public bool IsDiff { get; init; }

    /// <summary>Marks of variables or decorators: $name, @name.</summary>
    public string VariableMarks { get; init; } = "";

    public static CodeLanguage? Find(string name) => CodeLanguages.ByName.GetValueOrDefault(name);
}
