using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Query.Sqlite;

namespace KapFunctions.Query.Nql;

/// <summary>Ghost's Content API fields, and what stands for each in the replica.</summary>
internal sealed class NqlFields
{
    private const string OwnPrefix = "fields.";

    private readonly Dictionary<string, NqlField> byName;
    private readonly string shape;
    private readonly IReadOnlyList<OwnField> own = [];

    private NqlFields(NqlFields all, IReadOnlyList<OwnField> own) =>
        (byName, shape, this.own) = (all.byName, all.shape, own);

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
            Relation("author", TermType.Author),
            [
                new("lang", NqlFieldType.Related, "slug", NqlSource.Narrow)
                {
                    Relation = TermType.Language,
                    Folded = "slug_folded",
                },
            ]
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

    /// <summary>With those that the site declares.</summary>
    public static NqlFields PostsOf(IReadOnlyList<OwnField> own) => own.Count == 0 ? Posts : new(Posts, own);

    public NqlField? Find(string name) =>
        name.StartsWith(OwnPrefix, StringComparison.Ordinal)
            ? Own(Spelling.Fold(name[OwnPrefix.Length..]))
            : byName.GetValueOrDefault(name);

    public string Unknown(string name) =>
        name is "html" or "plaintext" or "url"
            ? $"{name} cannot be filtered; use the search for texts and slug for addresses."
        : name.StartsWith(OwnPrefix, StringComparison.Ordinal) && own.Count > 0
            ? $"{shape} have no field {name}. There are {string.Join(", ", own.Select(field => OwnPrefix + field.Name))}."
        : $"{shape} have no field {name}.";

    private NqlField? Own(string folded) =>
        own.FirstOrDefault(field => Spelling.Fold(field.Name) == folded) is { } field
            ? new(OwnPrefix + field.Name, TypeOf(field.Type), folded, NqlSource.Own) { Own = field }
            : null;

    private static NqlFieldType TypeOf(OwnFieldType type) =>
        type switch
        {
            OwnFieldType.Number => NqlFieldType.Number,
            OwnFieldType.YesNo => NqlFieldType.Boolean,
            OwnFieldType.Date => NqlFieldType.Instant,
            _ => NqlFieldType.Text,
        };

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
