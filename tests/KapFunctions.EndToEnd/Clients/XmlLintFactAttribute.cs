namespace KapFunctions.EndToEnd.Clients;

/// <summary>A test that runs xmllint; skipped, and counted so, where it is not installed.</summary>
internal sealed class XmlLintFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> IsHere = new(() =>
        Task.Run(() => Tool.RunAsync("xmllint", Path.GetTempPath(), ["--version"])).GetAwaiter().GetResult()
            is { ExitCode: 0 }
    );

    public XmlLintFactAttribute() => Skip = IsHere.Value ? null : "xmllint is not installed.";
}
