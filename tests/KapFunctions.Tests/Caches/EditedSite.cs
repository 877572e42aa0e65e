using System.Globalization;
using KapFunctions.Testing;

namespace KapFunctions.Tests.Caches;

/// <summary>One edit: what it is, and the files that it writes, or removes where they are null.</summary>
internal sealed record Edit(string Kind, IReadOnlyDictionary<string, BinaryData?> Files);

/// <summary>A site that somebody edits at random: texts that link to each other and show pictures, tags and authors that
/// come and go, settings, redirects, a theme.</summary>
internal sealed class EditedSite(int seed)
{
    private const int Posts = 16;
    private const int Pictures = 4;

    public static readonly IReadOnlyList<string> TagNames =
    [
        "Calm",
        "calm",
        "Sleep, dreams",
        "Übung",
        "#internal",
        "line\\nend",
        "Rare",
    ];

    public static readonly IReadOnlyList<string> AuthorNames = ["Mara", "Theo Ünal", "mara"];

    private readonly Random random = new(seed);
    private readonly Dictionary<string, Text> texts = [];
    private int made;

    /// <summary>Every slug that there ever was.</summary>
    public SortedSet<string> Slugs { get; } = new(StringComparer.Ordinal);

    public Edit Begin()
    {
        var files = new Dictionary<string, BinaryData?>
        {
            ["site.yaml"] = Settings(),
            ["pages/home.md"] = BinaryData.FromString(
                "---\ntitle: Home\n---\n<div class=\"latest\"></div>\n\nWelcome."
            ),
        };
        for (var i = 0; i < Pictures; i++)
        {
            files[PictureAt(i)] = Picture();
        }

        for (var i = 0; i < Posts; i++)
        {
            var (path, text) = New();
            files[path] = Written(path, text);
        }

        return new("beginning", files);
    }

    public Edit Next() =>
        random.Next(100) switch
        {
            < 30 => Change("text", text => text with { Body = Paragraph() }),
            < 36 => Change("title", text => text with { Title = Words(2) }),
            < 42 => Change("summary", text => text with { Excerpt = Words(8) }),
            < 50 => Change("tags", text => text with { Tags = Some(TagNames) }),
            < 54 => Change("authors", text => text with { Authors = Some(AuthorNames) }),
            < 60 => Change("date", text => text with { Date = Date() }),
            < 66 => Change("draft", text => text with { Draft = !text.Draft }),
            < 69 => Change("featured", text => text with { Featured = !text.Featured }),
            < 73 => Change("slug", text => text with { Slug = NewSlug() }),
            < 77 => Change("picture of a post", text => text with { Picture = random.Next(Pictures + 1) }),
            < 81 => Add(),
            < 84 => Remove(),
            < 86 => Move(),
            < 91 => One("picture", PictureAt(random.Next(Pictures)), random.Next(4) == 0 ? null : Picture()),
            < 93 => One("page", "pages/home.md", BinaryData.FromString($"---\ntitle: {Words(1)}\n---\n{Paragraph()}")),
            < 95 => One("settings", "site.yaml", Settings()),
            < 97 => One("redirects", "redirects.yaml", BinaryData.FromString($"/{Words(1)}: /{random.Next(9)}/\n")),
            < 98 => One("theme", "theme/custom.css", BinaryData.FromString($".a {{ margin: {random.Next(9)}px }}\n")),
            _ => One("broken", Any(), BinaryData.FromString("---\ntitle: [\n---\n")),
        };

    private static Edit One(string kind, string path, BinaryData? file) =>
        new(kind, new Dictionary<string, BinaryData?> { [path] = file });

    private Edit Change(string kind, Func<Text, Text> with)
    {
        var path = Any();
        return One(kind, path, Written(path, with(texts[path])));
    }

    private Edit Add()
    {
        if (texts.Count > Posts * 2)
        {
            return Remove();
        }

        var (path, text) = New();
        return One("new", path, Written(path, text));
    }

    private Edit Remove()
    {
        var path = Any();
        if (texts.Count > Posts / 2)
        {
            texts.Remove(path);
            return One("removal", path, null);
        }

        return One("as it was", path, Written(path, texts[path]));
    }

    private Edit Move()
    {
        var (from, to) = (Any(), $"posts/folder{random.Next(3)}/p{++made}.md");
        var text = texts[from];
        texts.Remove(from);
        return new("move", new Dictionary<string, BinaryData?> { [to] = Written(to, text), [from] = null });
    }

    private BinaryData Written(string path, Text text)
    {
        texts[path] = text;
        Slugs.Add(text.Slug);
        return BinaryData.FromString(text.ToString());
    }

    private (string Path, Text Text) New()
    {
        var path = $"posts/p{++made}.md";
        return (
            path,
            new(NewSlug(), Words(2), Some(TagNames), Some(AuthorNames), Date(), Paragraph(), random.Next(Pictures + 1))
        );
    }

    private string NewSlug() => $"s{random.Next(Posts * 2)}";

    private string Any() => texts.Keys.Order(StringComparer.Ordinal).ElementAt(random.Next(texts.Count));

    private string Date() =>
        random.Next(12) == 0
            ? "2099-01-01"
            : new DateTime(2020, 1, 1).AddDays(random.Next(1500)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string[] Some(IReadOnlyList<string> of) => [.. of.Where(_ => random.Next(of.Count) == 0).Take(3)];

    /// <summary>Links to a file, to a title and to a slug, that may be there or not, and a picture by its name alone.</summary>
    private string Paragraph() =>
        $"{Words(12)} [one](p{random.Next(1, made + 3)}.md) [[{Words(2)}]] [[p{random.Next(1, made + 3)}]] "
        + $"![[b{random.Next(Pictures + 1)}.png]] ![x](../media/b{random.Next(Pictures + 1)}.png)\n\n{Words(20)}";

    private string Words(int count)
    {
        string[] words = ["breath", "night", "river", "morning", "quiet", "lantern", "window", "garden"];
        return string.Join(' ', Enumerable.Range(0, count).Select(_ => words[random.Next(words.Length)]));
    }

    private static string PictureAt(int number) => $"media/b{number}.png";

    private BinaryData Picture() => BinaryData.FromBytes(TestPicture.Png(random.Next(1, 9), random.Next(1, 9)));

    private BinaryData Settings() =>
        BinaryData.FromString(
            $"""
            title: {Words(1)}
            description: {Words(3)}
            home: {(random.Next(2) == 0 ? "pages/home.md" : "pages/none.md")}
            navigation:
              - label: {Words(1)}
                url: /archive/
            authors:
              - name: {(random.Next(2) == 0 ? "Mara" : "Somebody")}
                bio: {Words(3)}
            tags:
              - name: Calm
                slug: {(random.Next(2) == 0 ? "calm" : "rest")}
                description: {Words(2)}
            """
        );

    private sealed record Text(
        string Slug,
        string Title,
        string[] Tags,
        string[] Authors,
        string Date,
        string Body,
        int Picture
    )
    {
        public string Excerpt { get; init; } = "A summary.";

        public bool Draft { get; init; }

        public bool Featured { get; init; }

        public override string ToString() =>
            $"""
                ---
                slug: {Slug}
                title: {Title}
                date: {Date}
                excerpt: {Excerpt}
                draft: {(Draft ? "true" : "false")}
                featured: {(Featured ? "true" : "false")}
                tags: [{string.Join(", ", Tags.Select(tag => $"\"{tag}\""))}]
                authors: [{string.Join(", ", Authors.Select(author => $"\"{author}\""))}]
                image: ../media/b{Picture}.png
                ---
                {Body}
                """;
    }
}
