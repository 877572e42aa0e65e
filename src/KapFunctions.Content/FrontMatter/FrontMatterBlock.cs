namespace KapFunctions.Content.FrontMatter;

internal enum FrontMatterFormat
{
    None,
    Yaml,
    Toml,
    Json,
}

/// <summary>A file taken apart.</summary>
/// <param name="Format">What the front matter is written in.</param>
/// <param name="Text">The front matter without its fences.</param>
/// <param name="Line">The line of the file on which <paramref name="Text"/> begins.</param>
/// <param name="Body">The Markdown.</param>
/// <param name="BodyLine">The line of the file on which <paramref name="Body"/> begins.</param>
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
