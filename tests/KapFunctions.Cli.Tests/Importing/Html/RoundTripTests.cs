using System.Globalization;
using KapFunctions.Importing.Html;
using Xunit.Abstractions;

namespace KapFunctions.Cli.Tests.Importing.Html;

/// <summary>HTML becomes Markdown, and our renderer makes of it the same text, links, pictures, marks and lines.</summary>
public sealed class RoundTripTests(ITestOutputHelper output)
{
    /// <summary>More with <c>KAP_DOCUMENTS=20000</c>.</summary>
    private static readonly int Documents = int.TryParse(
        Environment.GetEnvironmentVariable("KAP_DOCUMENTS"),
        CultureInfo.InvariantCulture,
        out var many
    )
        ? many
        : 400;

    [Fact]
    public void Generated_documents_keep_all_that_readers_have()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("KAP_SEED"), out var given) ? given : 18;
        var failures = new List<string>();

        for (var i = 0; i < Documents && failures.Count < 5; i++)
        {
            var html = new HtmlDocuments(seed + i).Next();
            if (RoundTrip.LossIn(html) is { } loss)
            {
                failures.Add($"KAP_SEED={seed + i}: {loss}\n{html}\n=>\n{HtmlToMarkdown.Convert(html)}");
            }
        }

        failures.ForEach(output.WriteLine);
        Assert.Empty(failures);
    }
}
