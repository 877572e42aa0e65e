namespace KapFunctions.Testing;

/// <summary>The repository that the tests run in.</summary>
internal static class Checkout
{
    /// <summary>Its top folder.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>
    /// Where a screenshot goes; continuous integration keeps the folder. Null where nobody asked for any with
    /// <c>KAP_SCREENSHOTS=1</c>.
    /// </summary>
    public static string? Screenshot(string name) =>
        Environment.GetEnvironmentVariable("KAP_SCREENSHOTS") == "1"
            ? System.IO.Path.Combine(Root, "artifacts", "screenshots", name + ".png")
            : null;

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "KapFunctions.sln"))
            ? folder
            : Find(System.IO.Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No checkout."));
}
