using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using KapFunctions.Content;
using KapFunctions.Content.PageHead;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Sources;

namespace KapFunctions.Benchmarks.Content;

/// <summary>One pass over the corpus, from a cold start, on as many threads as there are.</summary>
internal static class Once
{
    public static void Run()
    {
        // Posts differ in size, so each thread takes the next one when it is done.
        var paths = Partitioner.Create(Corpus.Paths(), loadBalance: true);
        var results = paths.AsParallel().Select(path => PostRenderer.Render(Corpus.Read(path), new())).ToList();
        var broken = results.Count(result => result.Post is null);
        var problems = results.Sum(result => result.Problems.Count);
        Console.WriteLine(
            $"{results.Count} files, {broken} with an error, {problems} problems, {results.Sum(result => result.Post?.Body.Html.Length ?? 0)} characters"
        );
    }
}

/// <summary>The corpus as hugo can read it: a site with the same posts, without the braces that it would run.</summary>
internal static class Export
{
    public static void Run(string folder)
    {
        var posts = Directory.CreateDirectory(Path.Combine(folder, "content", "posts")).FullName;
        var layouts = Directory.CreateDirectory(Path.Combine(folder, "layouts", "_default")).FullName;
        File.WriteAllText(
            Path.Combine(folder, "config.toml"),
            "baseURL = 'https://example.org/'\ntitle = 'Site'\ndisableKinds = ['taxonomy', 'term', 'RSS', 'sitemap', 'home', 'section']\n[markup.goldmark.renderer]\nunsafe = true\n"
        );
        File.WriteAllText(
            Path.Combine(layouts, "single.html"),
            "<!doctype html><title>{{ .Title }}</title>{{ .Content }}{{ .TableOfContents }}{{ .Plain | truncate 500 }}"
        );
        foreach (var file in Corpus.Read())
        {
            var text = Encoding
                .UTF8.GetString(file.Bytes.Span)
                .Replace("{{", "(", StringComparison.Ordinal)
                .Replace("}}", ")", StringComparison.Ordinal);
            var plain = text.Replace("{%", "(", StringComparison.Ordinal).Replace("%}", ")", StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(posts, Path.GetFileName(file.Path)), plain);
        }
    }
}

/// <summary>One page for each vector: a page whose title says so if anything of it ran.</summary>
internal static class Bodies
{
    public static void Run(string folder, string vectors)
    {
        Directory.CreateDirectory(folder);
        var page = new StringBuilder(
            "<!doctype html><meta charset=utf-8><title>quiet</title><script>window.alert = () => { document.title = 'RAN'; };</script>\n"
        );
        foreach (var line in File.ReadLines(vectors).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var text = line.Replace("\\n", "\n", StringComparison.Ordinal)
                .Replace("\\t", "\t", StringComparison.Ordinal)
                .Replace("\\0", "\0", StringComparison.Ordinal);
            foreach (
                var place in (string[])
                    [
                        "{0}",
                        "Text {0} text.",
                        "> {0}\n",
                        "- {0}\n",
                        "| a |\n|---|\n| {0} |\n",
                        "<div>\n\n{0}\n\n</div>",
                        "[{0}](x)",
                    ]
            )
            {
                var source = new SourceFile(
                    "posts/vector.md",
                    Encoding.UTF8.GetBytes(place.Replace("{0}", text, StringComparison.Ordinal))
                );
                page.Append("<section>")
                    .Append(PostRenderer.Render(source, new()).Post?.Body.Html)
                    .AppendLine("</section>");
            }
            AppendFields(page, text);
        }
        File.WriteAllText(Path.Combine(folder, "vectors.html"), page.ToString());
    }

    /// <summary>The vector in every field of a front matter, as a page shows them: data for search engines, a picture, a link.</summary>
    private static void AppendFields(StringBuilder page, string vector)
    {
        var value = JsonSerializer.Serialize(vector);
        string[] keys =
        [
            "title",
            "excerpt",
            "feature_image",
            "feature_image_alt",
            "canonical",
            "reviewed_by",
            "sources",
            "og_title",
            "tags",
        ];
        var json = $"{{{string.Join(',', keys.Select(key => $"\"{key}\":{value}"))}}}\n\nText.\n";
        if (PostRenderer.Render(new("posts/vector.md", Encoding.UTF8.GetBytes(json)), new()).Post is not { } post)
        {
            return;
        }
        var site = new SiteSettings { Title = vector, Description = vector };
        var facts = new PageFacts
        {
            Url = "https://example.org/",
            SiteUrl = "https://example.org/",
            Image = post.Metadata.FeatureImage,
            Authors = [new(vector, null)],
        };
        page.Append("<section><script type=\"application/ld+json\">")
            .Append(JsonLd.Of(post.Metadata, site, facts))
            .Append("</script>");
        foreach (var tag in ShareTags.Of(post.Metadata, site, facts))
        {
            page.Append("<meta property=\"" + tag.Key + "\" content=\"" + WebUtility.HtmlEncode(tag.Value) + "\">");
        }
        page.Append("<img src=\"" + WebUtility.HtmlEncode(post.Metadata.FeatureImage) + "\">")
            .AppendLine("<a href=\"" + WebUtility.HtmlEncode(post.Metadata.CanonicalUrl) + "\">x</a></section>");
    }
}
