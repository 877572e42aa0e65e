using System.CommandLine;
using System.Globalization;
using KapFunctions.Cli.Terminal;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Text;
using KapFunctions.Importing.Shared;
using KapFunctions.Storage.Files;

namespace KapFunctions.Cli.Writing;

internal static class NewCommand
{
    public static Command Create(Surroundings around, Screen screen)
    {
        var title = new Argument<string>("TITLE") { Description = "The title, in quotes." };
        var folder = new Option<string>("--dir")
        {
            Description = "The content folder.",
            HelpName = "DIR",
            DefaultValueFactory = _ => ".",
        };
        var page = new Option<bool>("--page") { Description = "Begin a standing page in place of a post." };
        var health = new Option<bool>("--health")
        {
            Description = "Content about health: with places for its review, its reviewer and its sources.",
        };
        var command = new Command("new", "Begins a post, as a draft. A file that exists is never overwritten.")
        {
            title,
            folder,
            page,
            health,
        };
        command.SetAction(parsed =>
        {
            var text = parsed.GetValue(title)!.Trim();
            var begun = text.Length > 0 ? text : throw new UsageException("The title is empty. Write one in quotes.");
            var draft = new PostTemplate(
                begun,
                parsed.GetValue(page) ? PostKind.Page : PostKind.Post,
                parsed.GetValue(health),
                around.Clock.GetLocalNow()
            );
            return Begin(draft, around.PathOf(parsed.GetValue(folder)!), around, screen);
        });
        return command;
    }

    private static int Begin(PostTemplate template, string folder, Surroundings around, Screen screen)
    {
        // What stands at the top of a plain folder of posts is a post, too.
        var parts = template.Path.Split('/');
        var isPlain = Directory.Exists(folder) && ContentNames.IsPlainBlog(folder) && template.Kind == PostKind.Post;
        var file = Path.Combine([folder, .. isPlain ? parts[1..] : parts]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            using var created = new FileStream(file, FileMode.CreateNew);
            using var writer = new StreamWriter(created);
            writer.Write(template.ToMarkdown());
        }
        catch (IOException) when (File.Exists(file))
        {
            screen.Fail(
                $"{around.Shown(file)} exists already and stays as it is. Choose another title, or open that file."
            );
            return ExitCodes.Mend;
        }
        screen.Line(Screen.Plain(around.Shown(file)));
        return ExitCodes.Well;
    }
}

internal sealed record PostTemplate(string Title, PostKind Kind, bool IsAboutHealth, DateTimeOffset Now)
{
    private string Slug => Content.Text.Slug.From(Title);

    private string Day => Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Path => Kind == PostKind.Page ? $"pages/{Slug}.md" : $"posts/{Day}-{Slug}.md";

    public string ToMarkdown() => string.Join('\n', Lines()) + "\n";

    private IEnumerable<string> Lines()
    {
        yield return "---";
        yield return $"title: {YamlText.Of(Title)}";
        if (Kind == PostKind.Post)
        {
            yield return $"date: {Now.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)}";
            yield return "tags: []";
        }
        yield return $"slug: {Slug}";
        yield return "description:";
        if (IsAboutHealth)
        {
            yield return "reviewed: # the day of the review, once there was one";
            yield return "reviewed_by:";
            yield return "sources:";
            yield return "  - title:";
            yield return "    url:";
        }
        yield return "draft: true # delete this line to publish";
        yield return "---";
        yield return "";
        yield return "Begin here.";
    }
}
