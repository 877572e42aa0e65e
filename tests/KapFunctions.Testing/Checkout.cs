namespace KapFunctions.Testing;

/// <summary>The repository that the tests run in.</summary>
internal static class Checkout
{
    /// <summary>Its top folder.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Where a screenshot goes; continuous integration keeps the folder.</summary>
    public static string Screenshot(string name) =>
        System.IO.Path.Combine(Root, "artifacts", "screenshots", name + ".png");

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "KapFunctions.sln"))
            ? folder
            : Find(System.IO.Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No checkout."));
}
