using System.CommandLine;
using System.Globalization;
using KapFunctions.Cli.Status;
using KapFunctions.Cli.Terminal;

namespace KapFunctions.Cli.Keys;

/// <summary>Makes, shows and takes back the keys of a site's editors.</summary>
internal static class KeysCommand
{
    private const string Address = "api/editor/keys";

    public static Command Create(Surroundings around, Screen screen) =>
        new("keys", "Makes, shows and takes back the keys of a site's editors.")
        {
            List(around, screen),
            Add(around, screen),
            Owner(around, screen),
            Revoke(around, screen),
        };

    private static Command List(Surroundings around, Screen screen)
    {
        var options = new SiteOptions(around);
        var command = new Command("list", "Says whose keys there are, and when each was last used.");
        options.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var site = options.Open(parsed);
                var answer = await site.GetAsync(Address, SiteJson.Default.KeysAnswer, cancellation);
                foreach (var key in answer?.Keys ?? [])
                {
                    var used = key.LastUsed is { } day
                        ? $"last used {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
                        : "never used";
                    var made = key.MadeAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                    screen.Line(
                        Screen.Plain($"{key.Role, -7} {key.Name}, {used}, made {made} by {key.MadeBy ?? "somebody"}")
                    );
                }
                screen.Line(Screen.Count(answer?.Keys?.Count ?? 0, "key"));
                return ExitCodes.Well;
            }
        );
        return command;
    }

    private static Command Add(Surroundings around, Screen screen)
    {
        var name = NameArgument("Whose key it is, such as anna or deploy.");
        var role = new Option<string>("--role")
        {
            Description =
                "author: drafts and next versions. editor: what readers see. owner: settings, theme and keys, too.",
            Required = true,
        };
        role.AcceptOnlyFromAmong("author", "editor", "owner");
        var options = new SiteOptions(around);
        var command = new Command("add", "Makes a key, and shows it this once.") { name, role };
        options.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var question = new KeyQuestion(parsed.GetValue(name), parsed.GetValue(role));
                return await MakeAsync(Address, question, options.Open(parsed), screen, cancellation);
            }
        );
        return command;
    }

    private static Command Owner(Surroundings around, Screen screen)
    {
        var name = NameArgument("Whose key it is.");
        var options = new SiteOptions(around);
        var command = new Command(
            "owner",
            "Makes an owner's key with the master key: the first of a site, or another where all are lost."
        )
        {
            name,
        };
        options.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var question = new KeyQuestion(parsed.GetValue(name), Role: null);
                return await MakeAsync($"{Address}/owner", question, options.Open(parsed), screen, cancellation);
            }
        );
        return command;
    }

    private static Command Revoke(Surroundings around, Screen screen)
    {
        var name = NameArgument("Whose key it is, as kap keys list shows it.");
        var options = new SiteOptions(around);
        var command = new Command("revoke", "Takes a key back: within ten seconds it opens nothing.") { name };
        options.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var site = options.Open(parsed);
                var named = parsed.GetValue(name)!;
                if (!await site.DeleteAsync($"{Address}?name={Uri.EscapeDataString(named)}", cancellation))
                {
                    screen.Fail($"There is no key called {named}.");
                    return ExitCodes.Mend;
                }
                screen.Line(Screen.Plain($"{named}'s key opens nothing any more"));
                return ExitCodes.Well;
            }
        );
        return command;
    }

    private static async Task<int> MakeAsync(
        string address,
        KeyQuestion question,
        SiteClient opened,
        Screen screen,
        CancellationToken cancellation
    )
    {
        using var site = opened;
        var made = await site.PostAsync(
            address,
            question,
            SiteJson.Default.KeyQuestion,
            SiteJson.Default.NewKeyAnswer,
            cancellation
        );
        screen.Line(
            Screen.Plain($"{made.Name}'s key, of the role {made.Role}; it is shown this once and kept nowhere:")
        );
        screen.Line(Screen.Plain(made.Key));
        return ExitCodes.Well;
    }

    private static Argument<string> NameArgument(string description) => new("NAME") { Description = description };
}
