namespace KapFunctions.Content.Tests.Safety;

/// <summary>The known ways to run a script through a renderer or past a sanitiser.</summary>
public sealed class VectorTests
{
    public static TheoryData<string> Vectors() =>
        new(
            File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Safety", "vectors.txt"))
                .Where(line => line.Length > 0 && line[0] != '#')
        );

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_vector_leaves_nothing_that_acts(string vector)
    {
        var text = vector
            .Replace("\\n", "\n", StringComparison.Ordinal)
            .Replace("\\t", "\t", StringComparison.Ordinal)
            .Replace("\\0", "\0", StringComparison.Ordinal);
        foreach (
            var place in (string[])
                [
                    "{0}",
                    "Text {0} text.",
                    "> {0}\n",
                    "- {0}\n",
                    "# {0}\n",
                    "| a |\n|---|\n| {0} |\n",
                    "<div>\n\n{0}\n\n</div>",
                    "[{0}](x)",
                    "![{0}](x \"{0}\")",
                    "*[HTML]: {0}\n\nHTML",
                    "<p title='{0}'>x</p>",
                ]
        )
        {
            if (Given.Rendered(place.Replace("{0}", text, StringComparison.Ordinal)).Post is { } post)
            {
                SafeHtml.Check(post.Body.Html);
            }
        }
    }
}
