using System.Text.RegularExpressions;
using KapFunctions.Content.Text;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Generators;

/// <summary>A folder of Markdown as other programs keep or export it: Obsidian, Astro, Eleventy, bundles of pages, Notion, Google Docs,
/// Pandoc. Pictures that its texts name come along, wherever in the folder they lie.</summary>
internal sealed partial class MarkdownFolderImport : FolderImport
{
    /// <summary>Files looked at for pictures.</summary>
    private const int MaxFiles = 200_000;

    private static readonly HashSet<string> Machinery = new(StringComparer.OrdinalIgnoreCase)
    {
        "node_modules",
        "_site",
        "_includes",
        "_layouts",
        "_data",
        "dist",
        "public",
        "vendor",
    };

    private static readonly HashSet<string> NotPosts = new(StringComparer.OrdinalIgnoreCase)
    {
        "README",
        "LICENSE",
        "CONTRIBUTING",
        "CHANGELOG",
        "CODE_OF_CONDUCT",
    };

    private readonly ImportTarget target;
    private readonly PictureFiles pictures;
    private readonly string? only;
    private readonly string beside;
    private readonly bool isVault;

    public MarkdownFolderImport(string folder, ImportTarget target, ImportReport report)
        : this(folder, ContentOf(folder), target, report) { }

    private MarkdownFolderImport(string folder, string root, ImportTarget target, ImportReport report)
        : base(root, target, new(MediaFolders(folder, root), target.Folder, report), report)
    {
        this.target = target;
        pictures = new(root, MaxFiles);
        beside = Path.GetRelativePath(folder, root).Replace('\\', '/');
        isVault = Directory.Exists(Path.Combine(folder, ".obsidian"));
        only = Directory.Exists(Path.Combine(root, "posts")) ? "posts" : null;
    }

    /// <summary>In a vault, other names of a note are titles.</summary>
    protected override ImportedSite ReadSite() => isVault ? new() { More = [("aliases", "titles")] } : new();

    protected override bool IsText(string path) =>
        (base.IsText(path) || path.EndsWith(".mdx", StringComparison.OrdinalIgnoreCase))
        && !path.Split('/').Any(part => part.StartsWith('.') || Machinery.Contains(part));

    protected override string Prepared(string text, string path)
    {
        var withFiles = DataPictures.TakenOut(
            text,
            NotionNames.Without(Path.GetFileNameWithoutExtension(path)),
            target
        );
        return NotionPage.IsOne(path, withFiles) ? NotionPage.WithHead(withFiles, path, Report)
            : OneTitle.IsMissing(withFiles) ? OneTitle.WithHead(withFiles)
            : withFiles;
    }

    protected override string? TargetOf(ImportedText source)
    {
        var parts = source.Path.Split('/').Select(NotionNames.Without).ToArray();
        var name = Path.GetFileNameWithoutExtension(parts[^1]);
        if (parts.Length == 1 && NotPosts.Contains(name))
        {
            Report.Add(source.Path, "is about the folder and no post, and was left out");
            return null;
        }
        parts[^1] = name + ".md";
        return parts[0] is "posts" or "pages" ? string.Join('/', parts)
            : parts[0] is "page" ? "pages/" + string.Join('/', parts[1..])
            : "posts/"
                + string.Join(
                    '/',
                    only is null && parts.Length > 1 && parts[0] is "blog" or "notes" ? parts[1..] : parts
                );
    }

    protected override string? OldAddress(ImportedText source) => source.Fields.Text("permalink");

    /// <summary>Code between fences is not in <paramref name="text"/>.</summary>
    protected override string WithoutTemplates(ImportedText source, string text)
    {
        var plain = Imported().Replace(text, "");
        return source.Path.EndsWith(".mdx", StringComparison.OrdinalIgnoreCase) ? Exported().Replace(plain, "") : plain;
    }

    protected override string Finished(ImportedText source, string text)
    {
        foreach (Match embed in Embed().Matches(text))
        {
            var name = embed.Groups["name"].Value.Trim();
            if (Content.Links.MediaTypes.Of(name) is null)
            {
                Report.AddLost("a note shown in another", source.Target, $"became a link to it: \"{name}\"");
            }
            else if (!TakeByName(name))
            {
                Report.AddLost(MissingFile, source.Target, $"is named all the same: \"{name}\"");
            }
        }
        return text;
    }

    protected override IEnumerable<string> MediaPaths(ImportedText source, string address)
    {
        if (Normalized(address.StartsWith('/') ? address : $"{source.Folder}/{address}") is { } path)
        {
            yield return path;
        }
        // Texts may lie deeper in the folder than it begins: Astro's name the pictures of "src/assets" from "src/content/blog".
        else if (Normalized($"{beside}/{source.Folder}/{address}") is { } above)
        {
            yield return above;
            yield break;
        }
        else
        {
            Report.AddLost("a file outside of the folder", source.Target, $"was not taken: \"{address}\"");
            yield break;
        }
        if (!address.StartsWith('/') && Normalized(address) is { } rooted)
        {
            yield return rooted;
        }
        foreach (var found in pictures.Named(address))
        {
            yield return found;
        }
    }

    private bool TakeByName(string name) => pictures.Named(name).Any(path => Take(path) is not null);

    private static string ContentOf(string folder) =>
        (
            (string[])
                [
                    Path.Combine(folder, "src", "content"),
                    Path.Combine(folder, "src", "posts"),
                    Path.Combine(folder, "src"),
                ]
        )
            .Where(path =>
                Directory.Exists(path) && Directory.EnumerateFiles(path, "*.md*", SearchOption.AllDirectories).Any()
            )
            .FirstOrDefault(folder);

    private static string[] MediaFolders(string folder, string root) =>
        [
            root,
            Path.Combine(folder, "public"),
            Path.Combine(folder, "static"),
            Path.Combine(folder, "src"),
            Path.Combine(folder, "src", "assets"),
            folder,
        ];

    /// <summary>https://help.obsidian.md/embeds</summary>
    [GeneratedRegex(@"!\[\[(?<name>[^\[\]|#\n]+)[^\[\]\n]*\]\]", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Embed();

    /// <summary>What MDX brings in, which is no text; Docusaurus has it in files of Markdown, too.</summary>
    [GeneratedRegex(
        """^import\s+([\w*{][^;"']{0,400}\sfrom\s+)?["'][^"'\n]+["'];?[ \t]*\n""",
        RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex Imported();

    [GeneratedRegex(
        @"^export\s+(const|let|var|default|function|async)\b[^\n]*\n",
        RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex Exported();
}

/// <summary>Files of a folder by their names alone.</summary>
internal sealed class PictureFiles(string root, int most)
{
    private readonly Lazy<ILookup<string, string>> byName = new(() =>
        new DirectoryInfo(root)
            .EnumerateFiles(
                "*",
                new EnumerationOptions
                {
                    RecurseSubdirectories = true,
                    MaxRecursionDepth = 32,
                    AttributesToSkip = FileAttributes.ReparsePoint,
                }
            )
            .Take(most)
            .Select(file => Path.GetRelativePath(root, file.FullName).Replace('\\', '/'))
            .Where(path => Content.Links.MediaTypes.Of(path) is not null)
            .Order(StringComparer.Ordinal)
            .ToLookup(Content.Links.MediaNames.KeyOf)
    );

    public IEnumerable<string> Named(string address) => byName.Value[Content.Links.MediaNames.KeyOf(address)];
}
