namespace KapFunctions.Delivery.Lists;

internal static class NqlText
{
    /// <summary>A caller's text as an NQL string that means just that text.</summary>
    public static string Quote(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
