using KapFunctions.Query.Sqlite;

namespace KapFunctions.Query.Nql;

/// <summary>Ghost's Content API fields, and what stands for each in the replica.</summary>
internal sealed class NqlFields
{
    private readonly Dictionary<string, NqlField> byName;
    private readonly string shape;

    private NqlFields(string shape, params IEnumerable<NqlField>[] fields)
    {
        this.shape = shape;
        byName = fields.SelectMany(some => some).ToDictionary(field => field.Name, StringComparer.Ordinal);
    }

    public static NqlFields Posts { get; } =
        new(
            "posts",
            [
                Narrow("published_at", NqlFieldType.Instant),
                Narrow("featured", NqlFieldType.Boolean),
                // Readers know of no earlier date than that of publishing, so that is what the API shows.
                new("created_at", NqlFieldType.Instant, "published_at", NqlSource.Narrow),
                new("updated_at", NqlFieldType.Instant, "updated_at", NqlSource.Visible),
                new("reading_time", NqlFieldType.Number, "reading_time", NqlSource.Visible),
                Post("id", NqlFieldType.Text),
                Post("slug", NqlFieldType.Text) with
                {
                    Folded = "slug",
                },
                new("comment_id", NqlFieldType.Text, "id", NqlSource.Post),
                new("excerpt", NqlFieldType.Text, "cast(json as text) ->> '$.metadata.excerpt'", NqlSource.Source),
                new("type", NqlFieldType.Text, "iif(s.kind = 0, 'post', 'page')", NqlSource.Constant),
                new("visibility", NqlFieldType.Text, "'public'", NqlSource.Constant),
                new("access", NqlFieldType.Boolean, "1", NqlSource.Constant),
                new("comments", NqlFieldType.Boolean, "0", NqlSource.Constant),
                new("status", NqlFieldType.Forced, "", NqlSource.Constant),
            ],
            Schema.Texts.Select(name => new NqlField(name, NqlFieldType.Text, name, NqlSource.Text)
            {
                MissingDiffers = IsMeta(name),
            }),
            Absent("codeinjection_head", "codeinjection_foot", "custom_template"),
            Absent("email_subject", "frontmatter").Select(field => field with { MissingDiffers = true }),
            Relation("tag", TermType.Tag),
            Relation("author", TermType.Author)
        );

    public static NqlFields Tags { get; } =
        new(
            "tags",
            Named(),
            Listed("visibility", "description", "feature_image", "accent_color"),
            Absent("og_image", "og_title", "og_description", "twitter_image", "twitter_title", "twitter_description"),
            Absent("meta_title", "meta_description", "codeinjection_head", "codeinjection_foot", "canonical_url")
        );

    public static NqlFields Authors { get; } =
        new(
            "authors",
            Named(),
            [new("visibility", NqlFieldType.Text, "'public'", NqlSource.Constant)],
            Listed("profile_image", "cover_image", "bio", "website", "location"),
            Listed(
                "facebook",
                "twitter",
                "threads",
                "bluesky",
                "mastodon",
                "tiktok",
                "youtube",
                "instagram",
                "linkedin"
            ),
            Absent("meta_title", "meta_description")
        );

    public NqlField? Find(string name) => byName.GetValueOrDefault(name);

    public string Unknown(string name) =>
        name is "html" or "plaintext" or "url"
            ? $"{name} cannot be filtered; use the search for texts and slug for addresses."
            : $"{shape} have no field {name}.";

    /// <summary>Whether Ghost keeps it in a table beside the posts, <c>posts_meta</c>.</summary>
    private static bool IsMeta(string name) =>
        name.StartsWith("og_", StringComparison.Ordinal)
        || name.StartsWith("twitter_", StringComparison.Ordinal)
        || name.StartsWith("meta_", StringComparison.Ordinal)
        || name is "feature_image_alt" or "feature_image_caption";

    private static NqlField Narrow(string name, NqlFieldType type) => new(name, type, name, NqlSource.Narrow);

    private static NqlField Post(string name, NqlFieldType type) => new(name, type, name, NqlSource.Post);

    private static IEnumerable<NqlField> Absent(params string[] names) =>
        names.Select(name => new NqlField(name, NqlFieldType.Text, "null", NqlSource.Constant));

    private static IEnumerable<NqlField> Named() =>
        [.. Listed("id", "name", "slug"), new("count.posts", NqlFieldType.Number, "posts", NqlSource.Narrow)];

    private static IEnumerable<NqlField> Listed(params string[] names) =>
        names.Select(name => new NqlField(name, NqlFieldType.Text, name, NqlSource.Narrow)
        {
            Folded = name + "_folded",
        });

    /// <summary><c>tag</c>, <c>tags</c>, <c>tags.slug</c>, <c>primary_tag</c>, ….</summary>
    private static IEnumerable<NqlField> Relation(string one, TermType type)
    {
        NqlField Related(string name, string column) =>
            new(name, NqlFieldType.Related, column, NqlSource.Narrow) { Relation = type, Folded = column + "_folded" };

        yield return Related(one, "slug");
        yield return Related(one + "s", "slug");
        yield return Related($"primary_{one}", "slug") with
        {
            FirstOnly = true,
        };
        foreach (var column in new[] { "slug", "name", "id", "visibility" })
        {
            yield return Related($"{one}s.{column}", column);
        }
    }
}
