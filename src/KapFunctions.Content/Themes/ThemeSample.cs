namespace KapFunctions.Content.Themes;

/// <summary>A made-up page, on which each template is tried before it is used; <c>docs/theme.md</c> explains the values.</summary>
public static class ThemeSample
{
    /// <summary>The values, by name.</summary>
    public static IReadOnlyDictionary<string, object?> Page { get; } = Make();

    private static string[] Licences => ["No. 0"];

    private static Dictionary<string, object?> Make()
    {
        var other = Summary("Another post");
        var post = Summary("A post");
        foreach (var (name, value) in Details(other))
        {
            post[name] = value;
        }

        var link = Of(("label", "Home"), ("url", "/"));
        return Of(
            ("t", Of()),
            ("assets", Of()),
            ("template", "post"),
            ("title", "A post – The site"),
            ("description", "What it is about."),
            ("path", "/a-post/"),
            ("heading", "A post"),
            ("root", "/"),
            ("feeds", "/"),
            ("alternates", new[] { Of(("language", "fr"), ("url", "https://example.org/fr/a-post/")) }),
            (
                "languages",
                new[] { Of(("language", "fr"), ("name", "français"), ("url", "/fr/a-post/"), ("is_current", false)) }
            ),
            ("canonical", "https://example.org/a-post/"),
            ("language", "en"),
            ("direction", "ltr"),
            ("robots", "noindex"),
            ("share", new[] { Of(("attribute", "property"), ("name", "og:title"), ("content", "A post")) }),
            ("json_ld", "{}"),
            ("content", "<p>What the page's own template made.</p>"),
            (
                "site",
                Of(
                    ("title", "The site"),
                    ("description", "What it is about."),
                    ("icon", null),
                    ("logo", null),
                    ("logo_width", null),
                    ("logo_height", null),
                    ("has_wide_logo", false),
                    ("social", new[] { link }),
                    ("practice", Practice()),
                    ("navigation", new[] { link }),
                    ("secondary_navigation", new[] { link }),
                    ("year", 2024)
                )
            ),
            ("post", post),
            ("recent", new[] { other }),
            ("posts", new[] { other, other }),
            ("latest", new[] { other }),
            ("featured", other),
            ("portrait", null),
            ("author", Author()),
            ("banner", Picture()),
            ("crisis", Of(("name", "Lifeline"), ("number", "555-0100"), ("number_url", "tel:5550100"), ("url", null))),
            ("number", 2),
            ("older", "/page/3/"),
            ("newer", "/"),
            ("years", new[] { Of(("year", 2024), ("posts", new[] { other })) }),
            ("question", "calm"),
            ("is_ready", true),
            ("hits", new[] { Hit() }),
            ("why", "It may have moved."),
            ("is_gone", false)
        );
    }

    private static Dictionary<string, object?> Practice() =>
        Of(
            ("name", "The practice"),
            ("street", "1 Example Lane"),
            ("town", "Springfield"),
            ("country", "US"),
            ("telephone", "555-0100"),
            ("telephone_url", "tel:5550100"),
            ("email", "hello@example.org"),
            ("hours", new[] { Of(("days", "Mon – Fri"), ("times", "9:00 – 17:00")) }),
            ("languages", "English"),
            ("licences", Licences),
            ("booking_url", "https://example.org/book"),
            ("booking_label", "Book")
        );

    private static Dictionary<string, object?> Author() =>
        Of(
            ("name", "Jane"),
            ("role", "Therapist"),
            ("location", "Springfield"),
            ("credentials", "LMFT"),
            ("licences", Licences),
            ("website", "https://example.org/"),
            ("social", new[] { Of(("label", "Mastodon"), ("url", "https://example.org/@jane")) })
        );

    private static Dictionary<string, object?> Picture() =>
        Of(("url", "/media/lake.webp"), ("sources", null), ("width", 1600), ("height", 900));

    private static Dictionary<string, object?> Hit()
    {
        var hit = Summary("A post");
        hit["title_html"] = "A <mark>post</mark>";
        hit["snippet_html"] = "A <mark>calm</mark> post.";
        return hit;
    }

    private static Dictionary<string, object?> Summary(string title) =>
        Of(
            ("url", "/a-post/"),
            ("is_post", true),
            ("title", title),
            ("excerpt", "How it begins."),
            ("date", "May 6, 2024"),
            ("date_iso", "2024-05-06T07:08:09Z"),
            ("reading_time", 3),
            ("image", "/media/lake.webp"),
            ("image_width", 1600),
            ("image_height", 900),
            ("image_sources", "/media/lake.webp?width=640 640w"),
            ("image_alt", "A lake."),
            ("image_focus", "at-x4 at-y3"),
            ("is_featured", false),
            ("language", "en"),
            ("direction", "ltr"),
            ("fields", Of(("mood", "calm"))),
            ("tags", new[] { Of(("name", "Calm"), ("url", "/tag/calm/")) }),
            ("authors", new[] { Of(("name", "Jane"), ("url", "/author/jane/")) })
        );

    private static Dictionary<string, object?> Details(Dictionary<string, object?> other) =>
        Of(
            ("html", "<p>How it begins.</p>"),
            ("parts", new[] { Of(("html", "<p>How it begins.</p>"), ("insert", "latest")) }),
            (
                "toc",
                new[]
                {
                    Of(
                        ("id", "one"),
                        ("text", "One"),
                        ("children", new[] { Of(("id", "two"), ("text", "Two"), ("children", Array.Empty<object>())) })
                    ),
                }
            ),
            ("summary", "What it is about."),
            ("updated", "May 7, 2024"),
            ("updated_iso", "2024-05-07T07:08:09Z"),
            ("image_caption", "A lake."),
            ("shows_image", true),
            ("reviewed", "May 8, 2024"),
            ("edited_since_review", true),
            ("reviewed_by", "Dr Doe"),
            ("sources", new[] { Of(("title", "A study"), ("url", "https://example.org/study")) }),
            ("disclaimer", "No advice."),
            ("related", new[] { other }),
            ("older", other),
            ("newer", other)
        );

    private static Dictionary<string, object?> Of(params (string Name, object? Value)[] values) =>
        values.ToDictionary(one => one.Name, one => one.Value);
}
