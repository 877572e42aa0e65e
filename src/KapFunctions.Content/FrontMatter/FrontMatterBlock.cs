namespace KapFunctions.Content.FrontMatter;

internal enum FrontMatterFormat
{
    None,
    Yaml,
    Toml,
    Json,
}

/// <summary>A file taken apart; <c>Line</c> and <c>BodyLine</c> are the file's lines on which head (without its fences) and body begin.</summary>
internal sealed record FrontMatterBlock(FrontMatterFormat Format, string Text, int Line, string Body, int BodyLine)
{
    public static FrontMatterBlock None(string text) => new(FrontMatterFormat.None, "", 1, text, 1);

    /// <summary>The front matter without the blanks by which it is indented as a whole.</summary>
    public FrontMatterBlock Undented(int indent) =>
        this with
        {
            Text = string.Join(
                '\n',
                Text.Split('\n').Select(line => line[Math.Min(indent, line.Length - line.TrimStart().Length)..])
            ),
        };
}
