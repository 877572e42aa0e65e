using KapFunctions.Proof.Tests.Support;
using KapFunctions.Publishing.Files;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;
using Xunit.Abstractions;

namespace KapFunctions.Proof.Tests;

/// <summary>Of a translation that does not say which text it was made from, it is the one that was there when it came, or the first one
/// where the original came later, whatever becomes of the index.</summary>
public sealed class TranslatedTextTests(ITestOutputHelper output)
{
    private const int Edits = 150;

    private const string French = "posts/a.fr.md";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Edits_with_losses_and_rebuilds_in_between_have_no_wrong_verdict(bool isOriginalFirst)
    {
        output.WriteLine($"KAP_SEED={Given.Seed}");
        var random = new Random(Given.Seed);
        await using var instance = await StartAsync();
        var (text, madeFrom) = (EditedText.Draw(random), "");
        if (!isOriginalFirst)
        {
            await instance.PublishAsync(French, "# Un\n\nTexte.");
        }

        for (var edit = 1; edit <= Edits; edit++)
        {
            text = random.Next(3) > 0 ? text.Edited(random) : text;
            await instance.PublishAsync("posts/a.md", "---\ntitle: A\n---\n\n" + text.Written(random));
            if (edit == 1)
            {
                madeFrom = text.Says;
            }

            if (edit == 1 || random.Next(4) == 0)
            {
                await instance.PublishAsync(French, $"# Un\n\nTexte {edit}.");
            }

            var what = random.Next(6);
            switch (what)
            {
                case 0:
                    await instance.ReconcileAsync();
                    await instance.Storage.Index.DeleteAsync();
                    await instance.ReconcileAsync();
                    break;
                case 1:
                    await instance.Get<SitePublisher>().AskForRebuildAsync(default);
                    await instance.ReconcileAsync();
                    break;
            }

            Assert.True((madeFrom != text.Says) == (await ChangesAsync(instance) is not null), $"edit {edit}, {what}");
        }
    }

    [Fact]
    public async Task A_translation_that_is_edited_by_hand_still_tells_of_the_version_that_it_was_made_from()
    {
        await using var instance = await StartAsync();
        await instance.PublishAsync("posts/a.md", "# A\n\nOne.\n\n## Part\n\nOne.");
        await instance.PublishAsync(French, "# Un\n\nTexte.");
        await instance.PublishAsync("posts/a.md", "# A\n\nOne.\n\n## Part\n\nTwo.");
        Assert.Equal(["Part"], await ChangesAsync(instance));

        await instance.PublishAsync(French, "# Un\n\nTexte corrigé.");

        Assert.Equal(["Part"], await ChangesAsync(instance));
    }

    [Fact]
    public async Task A_translation_that_moves_with_its_original_remembers_its_text()
    {
        await using var instance = await StartAsync();
        await instance.PublishAsync("posts/a.md", "# A\n\nOne.");
        await instance.PublishAsync(French, "# Un\n\nTexte.");
        await instance.PublishAsync("posts/a.md", "# A\n\nTwo.");
        await instance.UploadAsync("posts/b.fr.md", "---\nslug: a\ntranslation_of: posts/a.md\n---\n# Un\n\nTexte.");
        await instance.DeleteAsync(French);
        await instance.LookAtAsync("posts/b.fr.md");
        await instance.LookAtAsync(French);

        Assert.NotNull(await ChangesAsync(instance, "posts/b.fr.md"));
    }

    [Fact]
    public async Task On_a_site_that_becomes_one_of_several_languages_what_is_there_then_is_what_was_translated()
    {
        await using var instance = new Instance(await SharedAzurite.NewAccountAsync());
        await instance.ReconcileAsync();
        await instance.PublishAsync("posts/a.md", "# A\n\nOne.");
        await instance.PublishAsync(French, "# Un\n\nTexte.");
        Assert.Null((await RowAsync(instance, "posts/a.md")).Sections);

        await instance.UploadAsync("site.yaml", "languages: [en, fr]");
        await instance.ReconcileAsync();
        await instance.Get<Publisher>().LookAtOutdatedAsync(default);

        Assert.Null(await ChangesAsync(instance));
        await instance.PublishAsync("posts/a.md", "# A\n\nTwo.");
        Assert.NotNull(await ChangesAsync(instance));
        await instance.UploadAsync("site.yaml", "title: In one");
        await instance.ReconcileAsync();
        await instance.Get<Publisher>().LookAtOutdatedAsync(default);
        Assert.Null((await RowAsync(instance, "posts/a.md")).Sections);
    }

    private static async Task<Instance> StartAsync()
    {
        var instance = new Instance(await SharedAzurite.NewAccountAsync());
        await instance.ReconcileAsync();
        await instance.UploadAsync("site.yaml", "languages: [en, fr]");
        await instance.ReconcileAsync();
        return instance;
    }

    private static async Task<IReadOnlyList<string>?> ChangesAsync(Instance instance, string translation = French) =>
        (await RowAsync(instance, translation)).Sections!.ChangesOf((await RowAsync(instance, "posts/a.md")).Sections!);

    private static async Task<PostRow> RowAsync(Instance instance, string path) =>
        (await instance.Index.ReadPostAsync(path, default)).Value!;
}
