namespace KapFunctions.Content.FrontMatter;

/// <summary>What a parser says, in an author's words.</summary>
internal static class PlainReason
{
    /// <summary>The first that a parser's message holds counts.</summary>
    private static readonly (string Said, string Plain)[] Reasons =
    [
        ("',' or ']'", "a list that begins with [ has no ] at its end."),
        ("flow sequence", "a list that begins with [ has no ] at its end."),
        ("',' or '}'", "a value that begins with { has no } at its end."),
        ("flow mapping", "a value that begins with { has no } at its end."),
        ("quoted scalar", "a quotation mark is opened and never closed."),
        ("nested too deeply", "it is nested too deeply."),
        ("too early", "it ends too early."),
        ("mapping values", "a second colon stands in a value that has no quotation marks."),
        ("simple key", "a colon is missing behind a key."),
        ("block mapping", "this line is not indented like those it belongs to."),
        ("block sequence", "this line is not indented like those it belongs to."),
        ("cannot start any token", "a value begins with a sign that means something else there."),
        ("string", "a quotation mark is missing."),
        ("array", "a bracket is missing."),
    ];

    public static string Of(string message) =>
        Reasons.FirstOrDefault(reason => message.Contains(reason.Said, StringComparison.OrdinalIgnoreCase)).Plain
        ?? "this line is not a key with its value.";
}
