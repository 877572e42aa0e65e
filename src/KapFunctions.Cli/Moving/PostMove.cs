using System.Text;
using KapFunctions.Cli.Folders;
using KapFunctions.Cli.Terminal;
using KapFunctions.Content;
using KapFunctions.Content.Links;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Site;
using KapFunctions.Content.Sources;
using KapFunctions.Importing.Generators;
using KapFunctions.Importing.Shared;
using KapFunctions.Storage.Files;

namespace KapFunctions.Cli.Moving;

/// <summary>A file under another name is another post to a site unless it says otherwise: the id that its first name gave it, and
/// the address that it had, go into its head. What is written is read again first, so that nothing is moved half.</summary>
internal sealed class PostMove(string folder, Surroundings around, Screen screen)
{
    private readonly ContentNames names = new(folder);
    private readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public int Run(string from, string to, string? id)
    {
        var (old, name) = (NameOf(from), NameOf(to));
        if (!File.Exists(from))
        {
            throw new UsageException($"There is no file {around.Shown(from)}.");
        }

        if (File.Exists(to))
        {
            throw new UsageException($"{around.Shown(to)} exists already and stays as it is. Choose another name.");
        }

        var settings = SiteOf(folder).Rendering;
        var bytes = BoundedFile.Read(from, PostRenderer.MaxSourceBytes);
        if (
            PostRenderer.Render(new(old, bytes), settings).Post is not { } before
            || PostRenderer.Render(new(name, bytes), settings).Post is not { } renamed
        )
        {
            throw new UsageException($"{around.Shown(from)} cannot be published as it is; kap check says why.");
        }

        var text = TextOf(bytes.Span, from);
        var isMoved = renamed.Metadata.Slug != before.Metadata.Slug;
        var moved = isMoved ? WithHistory(text, before.Metadata, id ?? PostIdentity.FromPath(old)) : text;
        var after = PostRenderer.Render(new(name, utf8.GetBytes(moved)), settings).Post?.Metadata;
        if (isMoved && !IsSame(before.Metadata, renamed.Metadata, after))
        {
            throw new UsageException(
                $"The head of {around.Shown(from)} takes no further lines. Add \"id: {id ?? PostIdentity.FromPath(old)}\" and the "
                    + $"alias \"/{before.Metadata.Slug}/\" yourself, and move it then."
            );
        }

        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        using (var written = new FileStream(to, FileMode.CreateNew))
        {
            written.Write(utf8.GetBytes(moved));
        }

        File.Delete(from);
        Tell(to, before, renamed);
        return ExitCodes.Well;
    }

    private void Tell(string to, RenderedPost before, RenderedPost renamed)
    {
        screen.Line(Screen.Plain(around.Shown(to)));
        if (renamed.Metadata.Slug != before.Metadata.Slug)
        {
            screen.Line(Screen.Plain($"/{before.Metadata.Slug}/ leads to /{renamed.Metadata.Slug}/"));
        }

        if (renamed.Body.Html != before.Body.Html)
        {
            screen.Line("Some of its links or pictures are relative to its folder: see kap check.");
        }
    }

    /// <summary>Whether it is still the same post, and found where it was.</summary>
    private static bool IsSame(PostMetadata before, PostMetadata renamed, PostMetadata? after) =>
        after?.Id is not null
        && (before.Id is null || before.Id == after.Id)
        && after.Title == renamed.Title
        && after.Aliases.Any(alias => AddressKey.Of(alias) == before.Slug);

    private static string WithHistory(string text, PostMetadata before, string id)
    {
        // Lines are added at the top of the head, between the author's own, which stay as they are.
        var mark = text.StartsWith('\uFEFF') ? "\uFEFF" : "";
        var isWindows = text.Contains("\r\n", StringComparison.Ordinal);
        var plain = text[mark.Length..].ReplaceLineEndings("\n");
        var edited = FrontMatterEdit.AddRedirect(plain, $"/{before.Slug}/");
        edited = before.Id is null ? FrontMatterEdit.Add(edited, "id", id) : edited;
        return mark + (isWindows ? edited.ReplaceLineEndings("\r\n") : edited);
    }

    private string TextOf(ReadOnlySpan<byte> bytes, string file)
    {
        try
        {
            return utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"{around.Shown(file)} is not UTF-8. Save it again with that encoding.");
        }
    }

    private string NameOf(string file)
    {
        var name = names.Of(file);
        return name is not null && ContentPaths.KindOf(name) is ContentKind.Post or ContentKind.Page
            ? name
            : throw new UsageException(
                $"{around.Shown(file)} is no post and no page: give Markdown files below posts/ or pages/, and the content folder with --dir."
            );
    }

    private static SiteSettings SiteOf(string folder)
    {
        var file = Path.Combine(folder, SiteSettings.Path);
        return File.Exists(file)
            ? SiteParser.Parse(new(SiteSettings.Path, BoundedFile.Read(file, SiteParser.MaxBytes))).Settings ?? new()
            : new();
    }
}
