using System.CommandLine;
using KapFunctions.Cli.Terminal;

namespace KapFunctions.Cli.Status;

/// <summary>Which site is meant, and the key that opens it.</summary>
internal sealed class SiteOptions(Surroundings around)
{
    private const string UrlVariable = "KAP_URL";
    private const string KeyVariable = "KAP_KEY";

    private readonly Option<string?> url = new("--url")
    {
        Description = $"Address of the site. Default: the environment variable {UrlVariable}.",
        HelpName = "URL",
    };

    private readonly Option<string?> key = new("--key")
    {
        Description = $"A key of the site. Better kept in the environment variable {KeyVariable}.",
        HelpName = "KEY",
    };

    public void AddTo(Command command)
    {
        command.Add(url);
        command.Add(key);
    }

    /// <summary>No call is made yet.</summary>
    /// <exception cref="UsageException">No site or no key was named.</exception>
    public SiteClient Open(ParseResult parsed) =>
        new(Given(parsed.GetValue(url), UrlVariable, "--url"), Given(parsed.GetValue(key), KeyVariable, "--key"));

    private string Given(string? typed, string variable, string option) =>
        typed
        ?? around.Variable(variable)
        ?? throw new UsageException($"Give {option}, or set the environment variable {variable}.");
}
