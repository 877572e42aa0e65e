using KapFunctions.Cli.Tests.Importing.Html;
using KapFunctions.Importing.Shared;
using KapFunctions.Importing.WordPress;
using Xunit.Abstractions;

namespace KapFunctions.Cli.Tests.Importing;

/// <summary>Exports of real sites, which are not ours to keep here: <c>KAP_WXR</c> names some, with colons between them.</summary>
public sealed class RealExportTests(ITestOutputHelper output)
{
    [FactWithExports]
    public void Every_text_of_a_real_export_keeps_what_readers_had()
    {
        var (texts, losses) = (0, 0);
        foreach (var file in FactWithExportsAttribute.Files)
        {
            foreach (var html in WordPressImport.HtmlOf(() => File.OpenRead(file)))
            {
                texts++;
                if (RoundTrip.LossIn(html) is { } loss)
                {
                    losses++;
                    output.WriteLine($"{loss}\n");
                }
            }
        }

        output.WriteLine($"{texts} texts, {losses} differ");
        Assert.True(losses * 100 <= texts, $"{losses} of {texts} differ.");
    }
}

/// <summary>Skipped where no export is named.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithExportsAttribute : FactAttribute
{
    public FactWithExportsAttribute() => Skip = Files.Length == 0 ? "KAP_WXR names no exports." : null;

    public static string[] Files { get; } =
        Environment.GetEnvironmentVariable("KAP_WXR")?.Split(':', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
