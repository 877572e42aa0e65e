namespace KapFunctions.Content.Text;

internal static class TemplateCode
{
    private static readonly string[] Openings = ["{{", "{%"];

    /// <summary>True for an address or HTML that a template would have to finish.</summary>
    public static bool IsIn(ReadOnlySpan<char> text) =>
        text.Contains('{')
        && (
            text.IndexOf(Openings[0], StringComparison.Ordinal) >= 0
            || text.IndexOf(Openings[1], StringComparison.Ordinal) >= 0
        );

    /// <summary>What MDX imports and exports, or the line that opens a component (<c>::alert{type=info}</c>, <c>:::note</c>).</summary>
    public static bool IsComponentLine(ReadOnlySpan<char> text) =>
        text.StartsWith("::") && text.TrimStart(':').TrimStart(' ') is [>= 'A' and <= 'Z' or >= 'a' and <= 'z', ..]
        || IsModuleLine(text);

    private static bool IsModuleLine(ReadOnlySpan<char> text) =>
        (
            text.StartsWith("import ")
            && (text.IndexOf(" from ", StringComparison.Ordinal) > 0 || text[7..] is ['\'' or '"', ..])
        )
        || text.StartsWith("export const ")
        || text.StartsWith("export default ")
        || text.StartsWith("export function ");
}
