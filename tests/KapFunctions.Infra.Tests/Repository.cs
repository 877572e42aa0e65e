using System.Reflection;

namespace KapFunctions.Infra.Tests;

/// <summary>Files of the repository, as the build found them.</summary>
internal static class Repository
{
    public static string PathOf(string relative) => Path.Combine(Metadata("Repository"), relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative)).ReplaceLineEndings("\n");

    public static string Metadata(string key) =>
        typeof(Repository)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == key)
            .Value!;
}
