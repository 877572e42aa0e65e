namespace KapFunctions.Proof.Tests.Support;

/// <summary>Random files that are one text in several languages, as careful and as careless authors make them.</summary>
/// <param name="Files">By path.</param>
/// <param name="Shown">Slugs of those that name each other; null where careless files leave it open which ones do.</param>
internal sealed record TextGroup(IReadOnlyDictionary<string, string> Files, IReadOnlyList<string>? Shown)
{
    public static readonly IReadOnlyList<string> Languages = ["en", "fr", "de", "pt-BR", "ja"];

    public static TextGroup Draw(int number, Random random)
    {
        var name = $"g{number}";
        var files = new Dictionary<string, string>();
        var shown = new List<string>();
        var hasOriginal = random.Next(8) > 0;
        foreach (var language in Languages.Where((_, index) => index == 0 ? hasOriginal : random.Next(2) == 0))
        {
            var (isHidden, tag) = (random.Next(6) == 0, language.ToLowerInvariant());
            // An original that is kept back names nobody, and those that name it have no other in common with each other.
            isHidden &= language != "en";
            var head = isHidden ? Hidden(random) : "";
            if (language == "en")
            {
                files[$"posts/{name}.md"] = Text(head);
                shown.Add(name);
                continue;
            }

            var own = random.Next(3) == 0 && hasOriginal;
            var slug = own ? $"{name}-in-{tag}" : name;
            files[own ? $"posts/{slug}.md" : $"posts/{name}.{(random.Next(2) == 0 ? tag : language)}.md"] = Text(
                own ? $"lang: {Written(language, random)}\ntranslation_of: {Original(name, random)}\n{head}" : head
            );
            if (!isHidden)
            {
                shown.Add($"{tag}/{slug}");
            }
        }

        return random.Next(3) > 0 ? new(files, shown) : new(Spoilt(name, files, random), null);
    }

    // A second one of a language, a language that the site does not have, a chain, a circle, a page, an original that is not there.
    private static Dictionary<string, string> Spoilt(string name, Dictionary<string, string> files, Random random)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var other = files.Count > 0 ? files.Keys.ElementAt(random.Next(files.Count)) : $"posts/{name}.md";
            var language = Languages[random.Next(Languages.Count)];
            var (path, head) = random.Next(6) switch
            {
                0 => ($"posts/{name}-twice{i}.md", $"lang: {language}\ntranslation_of: {other}\n"),
                1 => ($"posts/{name}.sv.md", ""),
                2 => ($"posts/{name}.md", $"translation_of: {other}\nlang: {language}\n"),
                3 => ($"pages/{name}.{language}.md", $"translation_of: {other}\nslug: {name}-page{i}\n"),
                4 => ($"posts/{name}-lost{i}.{language}.md", $"translation_of: posts/{name}-none.md\n"),
                _ => ($"posts/{name}-chain{i}.md", $"lang: {language}\ntranslation_of: posts/{name}-twice1.md\n"),
            };
            files[path] = Text(head);
        }

        return files;
    }

    private static string Text(string head) => $"---\ndate: 2024-01-01\n{head}---\n# A text\n\nWords.\n";

    private static string Hidden(Random random) =>
        random.Next(3) switch
        {
            0 => "draft: true\n",
            1 => "expires: 2025-01-01\n",
            _ => "private: true\n",
        };

    // A text in a region's language belongs to the language.
    private static string Written(string language, Random random) =>
        language == "fr" && random.Next(2) == 0 ? "fr-CA" : language;

    private static string Original(string name, Random random) =>
        random.Next(3) switch
        {
            0 => name,
            1 => $"{name}.md",
            _ => $"posts/{name}.md",
        };
}
