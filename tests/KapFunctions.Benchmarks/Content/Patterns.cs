using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using KapFunctions.Content;
using KapFunctions.Importing.Html;
using KapFunctions.Query.Nql;
using KapFunctions.Storage.Account;

namespace KapFunctions.Benchmarks.Content;

/// <summary>Every regular expression of the product, for a program that looks for one that backtracks without end.</summary>
internal static class Patterns
{
    private static readonly Assembly[] Product =
    [
        typeof(PostRenderer).Assembly,
        typeof(HtmlToMarkdown).Assembly,
        typeof(NqlFilter).Assembly,
        typeof(StorageClients).Assembly,
        typeof(ServiceRegistration).Assembly,
        typeof(Standalone.Hosting.StandaloneHost).Assembly,
        typeof(Cli.KapCommand).Assembly,
    ];

    /// <summary>Writes a list of [name, pattern, options] as JSON.</summary>
    public static void List()
    {
        var found =
            from type in Product.SelectMany(assembly => assembly.GetTypes())
            from method in type.GetMethods(
                BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
            )
            let pattern = method.GetCustomAttribute<GeneratedRegexAttribute>()
            where pattern is not null
            select new[] { $"{type.FullName}.{method.Name}", pattern.Pattern, pattern.Options.ToString() };
        Console.WriteLine(JsonSerializer.Serialize(found));
    }
}
