using System.Globalization;
using System.Text;
using KapFunctions.Content;
using KapFunctions.Content.Links;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Redirects;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;

namespace KapFunctions.Importing.Shared;

/// <summary>Each file is rendered first: one that could not be published is left out and reported, so the folder can be pushed as it is.</summary>
internal sealed class ImportTarget
{
    /// <summary>Longest part of a file's name from a slug, in characters; file systems take 255 bytes.</summary>
    private const int MaxStem = 60;

    private readonly HashSet<string> files = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> slugs = new(StringComparer.Ordinal);
    private readonly OldAddressList addresses = new();
    private readonly ImportReport report;

    /// <exception cref="ImportException">The folder holds something already.</exception>
    public ImportTarget(string folder, ImportReport report)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new ImportException($"{folder} is not empty. Import into a new folder, look at it, then move it.");
        }
        Directory.CreateDirectory(folder);
        Folder = folder;
        this.report = report;
    }

    public string Folder { get; }

    /// <summary>Where readers found something on the old site.</summary>
    public IReadOnlyCollection<string> OldAddresses => addresses.All;

    /// <summary>Readers know <paramref name="address"/>, a path on the old site, whatever became of it.</summary>
    public void Knew(string address) => addresses.Add(address);

    /// <summary>The slug, or one made from it that no other file has.</summary>
    public string Claim(string slug, string subject)
    {
        var wanted = Slug.From(slug);
        var beside = OwnAddresses.Has(wanted) ? "about-" + wanted : wanted;
        var free = beside;
        for (var i = 2; !slugs.Add(free); i++)
        {
            free = $"{beside[..Math.Min(beside.Length, Slug.MaxLength - 8)]}-{i}";
        }
        if (free != wanted)
        {
            var why =
                beside == wanted ? $"another one has the address /{wanted}" : $"/{wanted} is the site's own address";
            report.Add(subject, $"{why}, so it became /{free}");
        }
        return free;
    }

    /// <returns>Null where it could not be written.</returns>
    public WrittenPost? Write(ImportedPost post, string subject)
    {
        var own = post with { Slug = Claim(post.Slug, subject) };
        var stem = own.Slug[..Math.Min(own.Slug.Length, MaxStem)].TrimEnd('-');
        var day = own.Date?.ToString("yyyy-MM-dd-", CultureInfo.InvariantCulture) ?? "";
        var name =
            own.Kind == PostKind.Page ? $"pages/{stem}"
            : stem.StartsWith(day, StringComparison.Ordinal) ? $"posts/{stem}"
            : $"posts/{day}{stem}";
        var path = Free(name);
        var text = PostText.Of(own);
        return TryWrite(path, own.Losses?.Tell(text, path, report) ?? text, subject) is { } html
            ? new(own.Slug, html)
            : null;
    }

    public void Write(string path, string text, string subject) => TryWrite(path, text, subject);

    /// <summary>No file where nothing is known of it.</summary>
    public void Write(ImportedSite site)
    {
        if (SiteText.Of(site) is { Length: > 0 } text)
        {
            File.WriteAllText(Path.Combine(Folder, SiteSettings.Path), text);
        }
    }

    /// <summary>No file where there is nothing to lead on.</summary>
    public void WriteRedirects(IEnumerable<(string From, string To)> lines)
    {
        // What stands at an address comes before a line for it.
        var written = RedirectsText.Of(lines.Where(line => !slugs.Contains(AddressKey.Of(line.From))), report);
        if (written.Length > 0)
        {
            File.WriteAllText(Path.Combine(Folder, RedirectsParser.Path), written);
        }
    }

    public void WriteAddresses()
    {
        if (addresses.All.Count > 0)
        {
            File.WriteAllLines(Path.Combine(Folder, OldAddressList.FileName), addresses.All);
        }
    }

    /// <summary>The address of a picture that came in a text.</summary>
    public string WriteMedia(string name, byte[] bytes)
    {
        var file = Path.Combine(Folder, "media", name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (!File.Exists(file))
        {
            report.Media++;
        }
        File.WriteAllBytes(file, bytes);
        return "/media/" + Uri.EscapeDataString(name);
    }

    private string Free(string name)
    {
        var free = name;
        for (var i = 2; !files.Add(free); i++)
        {
            free = $"{name}-{i}";
        }
        return free + ".md";
    }

    private void Count(PostMetadata written)
    {
        report.Posts += written.Kind == PostKind.Post ? 1 : 0;
        report.Pages += written.Kind == PostKind.Page ? 1 : 0;
        report.Drafts += written.Draft ? 1 : 0;
    }

    /// <returns>What readers get of it; null where it could not be written.</returns>
    private string? TryWrite(string path, string text, string subject)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var result = PostRenderer.Render(new(path, bytes), new());
        if (result.Post is not { } post)
        {
            var error = result.Problems.First(problem => problem.Severity == Severity.Error);
            report.Add(subject, $"left out, line {error.Line}: {error.Message} {error.Mend}");
            return null;
        }
        var file = Path.Combine(Folder, path.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        Count(post.Metadata);
        addresses.Add(post.Metadata);
        foreach (var problem in result.Problems.Where(problem => problem.Code is "html-removed"))
        {
            report.Add(path, $"line {problem.Line}: {problem.Message}");
        }
        return post.Body.Html;
    }
}
