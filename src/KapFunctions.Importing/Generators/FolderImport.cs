using System.Text;
using System.Text.RegularExpressions;
using KapFunctions.Content;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Links;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Text;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Generators;

/// <summary>Front matter of Hugo and Jekyll is ours already: texts are carried over as they are, but for links to files that move,
/// template code with a plain equivalent, and old addresses.</summary>
internal abstract partial class FolderImport(string root, ImportTarget target, MediaImport media, ImportReport report)
{
    private static readonly EnumerationOptions NoLinks = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 32,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    protected const string MissingFile = "a file that is not there";

    /// <summary>Pictures may be written into a text, and are taken out of it.</summary>
    private const int MaxBytes = 64 << 20;

    private readonly Dictionary<string, ImportedText> texts = new(StringComparer.Ordinal);
    private readonly TextPaths targets = new();

    /// <summary>Paths in the content begin here.</summary>
    protected string Root { get; } = root;

    protected ImportReport Report { get; } = report;

    public void Run(CancellationToken cancellation)
    {
        target.Write(ReadSite());
        foreach (var source in FindTexts())
        {
            texts[source.Path] = source;
        }
        foreach (var source in texts.Values.OrderBy(source => source.Path, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            Import(source);
        }
        target.WriteRedirects(Redirects([.. texts.Values]));
    }

    protected abstract ImportedSite ReadSite();

    /// <summary>Where lists of posts were, which no text of ours holds.</summary>
    protected virtual IEnumerable<(string From, string To)> Redirects(IReadOnlyList<ImportedText> texts) => [];

    /// <summary>Where the generator puts lists of what has a tag or a category.</summary>
    protected IEnumerable<(string From, string To)> TermRedirects(
        IReadOnlyList<ImportedText> texts,
        params ReadOnlySpan<string> folders
    )
    {
        var lines = new List<(string, string)>();
        foreach (var folder in texts.Any(text => text.Metadata.Tags.Count > 0) ? folders : [])
        {
            lines.Add(($"{SitePath}/{folder}/", "/archive/"));
            lines.Add(($"{SitePath}/{folder}/*", "/tag/*"));
        }
        return lines;
    }

    /// <summary>The path of a site's address, without a slash at its end.</summary>
    protected static string PathOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https"
            ? whole.AbsolutePath.TrimEnd('/')
        : address is { Length: > 1 } && address.StartsWith('/') ? address.TrimEnd('/')
        : "";

    /// <summary>Null where the text is not published, which was reported.</summary>
    protected abstract string? TargetOf(ImportedText source);

    /// <summary>The text of a file as it is read, before anything else is known of it.</summary>
    protected virtual string Prepared(string text, string path) => text;

    /// <summary>Sets apart what the generator itself would show as text, and makes fences of its blocks of code.</summary>
    protected virtual string Verbatim(string text, SetApart apart) => text;

    /// <summary>Template code made plain, as far as it can be.</summary>
    protected virtual string WithoutTemplates(ImportedText source, string text) => text;

    protected virtual string SlugOf(ImportedText source) => source.Metadata.Slug;

    /// <summary>Where the site was on its host: empty, or a path without a slash at its end.</summary>
    protected virtual string SitePath => "";

    /// <summary>The address that readers know, below that; null where it cannot be told.</summary>
    protected abstract string? OldAddress(ImportedText source);

    /// <summary>What the old feed called a post; null where nobody knows.</summary>
    protected virtual string? FeedId(ImportedText source) => null;

    /// <summary>Paths below a folder of media that an address in a text may mean.</summary>
    protected abstract IEnumerable<string> MediaPaths(ImportedText source, string address);

    /// <summary>The address of a file that lies below a folder of media; null where it is not there.</summary>
    protected string? Take(string path) => media.Take(path);

    /// <summary><paramref name="name"/> has no ending; null where there is no such text.</summary>
    protected string? LinkTo(string folder, string name)
    {
        var wanted = name.Trim('/');
        var beside = Normalized(name.StartsWith('/') ? name : $"{folder}/{name}") ?? wanted;
        var found =
            texts.GetValueOrDefault(beside)
            ?? texts.GetValueOrDefault(wanted)
            ?? texts.Values.FirstOrDefault(text => text.IsMeantBy(wanted));
        return found is null ? null : "/" + Blank().Replace(found.Target, match => Uri.HexEscape(match.Value[0]));
    }

    private IEnumerable<ImportedText> FindTexts()
    {
        var files = new DirectoryInfo(Root)
            .EnumerateFiles("*", NoLinks)
            .Select(file => (file.FullName, Path: Path.GetRelativePath(Root, file.FullName).Replace('\\', '/')))
            .Where(file => IsText(file.Path))
            .OrderBy(file => file.Path, StringComparer.Ordinal);
        foreach (var (full, path) in files)
        {
            if (Read(full, path) is { } source && TargetOf(source) is { } to)
            {
                yield return source with
                {
                    Target = targets.Take(to, source.Folder),
                };
            }
        }
    }

    protected virtual bool IsText(string path) =>
        path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    private ImportedText? Read(string file, string path)
    {
        var bytes = BoundedFile.Read(file, MaxBytes);
        if (bytes.Length <= MaxBytes)
        {
            var written = Encoding.UTF8.GetString(bytes.Span).TrimStart('\uFEFF').ReplaceLineEndings("\n");
            bytes = Encoding.UTF8.GetBytes(Prepared(PlainHead.Fenced(written), path));
        }
        // The folder decides what is a post only later; the path is only asked for its date and name.
        var rendered = PostRenderer.Render(new("posts/" + path, bytes), new());
        var text = Encoding.UTF8.GetString(bytes.Span).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        if (
            rendered.Post is null
            && Errors(rendered).TrueForAll(error => error.Code == ProblemCatalog.SlugReserved.Code)
        )
        {
            text = FrontMatterEdit.SetSlug(text, "about-" + Slug.From(ImportedText.StemOf(path)));
            rendered = PostRenderer.Render(new("posts/" + path, Encoding.UTF8.GetBytes(text)), new());
            Report.Add(path, $"its address is the site's own here, so it became /{rendered.Post?.Metadata.Slug}");
        }
        if (rendered.Post is not { } post)
        {
            var error = Errors(rendered)[0];
            Report.Add(path, $"left out, line {error.Line}: {error.Message} {error.Mend}");
            return null;
        }
        var problems = new ProblemLog(path);
        var read = FrontMatterReader.Read(text, problems);
        var fields = new Fields(read?.Fields ?? MapValue.Empty, problems);
        return new(path, text, read?.Block.Body ?? text, fields, post.Metadata);
    }

    private static List<Problem> Errors(RenderResult rendered) =>
        [.. rendered.Problems.Where(problem => problem.Severity == Severity.Error)];

    private void Import(ImportedText source)
    {
        var plain = Plain(source);
        var slug = target.Claim(SlugOf(source), source.Path);
        var own = slug == source.Metadata.Slug ? plain : FrontMatterEdit.SetSlug(plain, slug);
        // Links in texts leave out where the site was.
        var old = OldAddress(source) is { } address
            ? new[] { SitePath + "/" + address.TrimStart('/'), address }
                .Where(known => known.Trim('/') != slug)
                .Distinct()
                .ToArray()
            : [];
        var id =
            source.Target.StartsWith("posts/", StringComparison.Ordinal) && !source.Metadata.Draft
                ? FeedId(source)
                : null;
        if (id is not null && source.Fields.Text("guid") is null)
        {
            own = FrontMatterEdit.Add(own, "guid", id);
        }
        target.Write(source.Target, FrontMatterEdit.AddAliases(own, old), source.Path);
    }

    private string Plain(ImportedText source)
    {
        try
        {
            var apart = new SetApart();
            var text = apart.TakeFences(Verbatim(source.Text, apart));
            apart.EscapeIn(text);
            text = WithLinks(source, WithoutTemplates(source, text));
            LeftCode.Tell(text, apart.Restore, source.Target, Report);
            return Finished(source, apart.Restore(text));
        }
        catch (RegexMatchTimeoutException)
        {
            Report.Add(source.Path, Patience.Lost);
            return source.Text;
        }
    }

    protected virtual string Finished(ImportedText source, string text) => text;

    private string WithLinks(ImportedText source, string text) =>
        Destination()
            .ReplaceSlowly(text, match => match.Groups["before"].Value + Moved(source, match.Groups["url"].Value));

    private string Moved(ImportedText source, string address)
    {
        var end = address.AsSpan().IndexOfAny('#', '?') is >= 0 and var at ? at : address.Length;
        var path = Unescaped(address[..end]);
        if (path.Length == 0)
        {
            return address;
        }
        if (IsText(path))
        {
            return LinkTo(source.Folder, path) is { } link ? link + address[end..] : address;
        }
        if (
            Path.GetExtension(path).ToLowerInvariant()
            is ""
                or ".html"
                or ".htm"
                or ".xml"
                or ".php"
                or ".yml"
                or ".toml"
        )
        {
            return address;
        }
        if (MediaPaths(source, path).Select(media.Take).FirstOrDefault(taken => taken is not null) is { } found)
        {
            return found;
        }
        if (MediaTypes.Of(path) is not null)
        {
            Report.AddLost(MissingFile, source.Target, $"is named all the same: \"{address}\"");
        }
        return address;
    }

    /// <summary>Without dot segments; null where it leads out of the folder.</summary>
    protected static string? Normalized(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/').Where(part => part is not ("" or ".")))
        {
            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count == 0)
            {
                return null;
            }
            else
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }
        return string.Join('/', parts);
    }

    private static string Unescaped(string path) =>
        path.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(path) : path;

    /// <summary>What would end a link.</summary>
    [GeneratedRegex("[ ()<>]", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    /// <summary>Where an address may stand: links, pictures, HTML, references, and front matter's pictures.</summary>
    [GeneratedRegex(
        """(?<before>\]\(\s*<?|\b(src|href|poster)\s*=\s*["']|^[ ]{0,3}\[[^\]\n]+\]:\s*|^\s*-?\s*"?(image|images|cover|coverimage|heroimage|featured_image|feature_image|thumbnail|thumb|banner|og_image|src|feature|teaser|overlay_image|header_image|path|url)"?\s*[:=]\s*\[?["']?)(?<url>(?![a-z][a-z0-9+.-]*:)[^\s"'<>)\]{}|,]+)""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.IgnoreCase,
        Patience.Milliseconds
    )]
    private static partial Regex Destination();
}
