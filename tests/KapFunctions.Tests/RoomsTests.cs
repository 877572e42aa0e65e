using System.Runtime.CompilerServices;

namespace KapFunctions.Tests;

/// <summary>Publishing and Delivery meet only in storage.</summary>
public sealed class RoomsTests
{
    [Theory]
    [InlineData("Publishing", "Delivery")]
    [InlineData("Delivery", "Publishing")]
    public void A_room_does_not_name_the_other(string room, string other)
    {
        var files = Directory.GetFiles(Path.Combine(Source, room), "*.cs", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.DoesNotContain(
            files,
            file => File.ReadAllText(file).Contains($"KapFunctions.{other}", StringComparison.Ordinal)
        );
    }

    /// <summary>Nothing but what a commit writes to storage may pass from the one to the other, by way of a third neither.</summary>
    [Fact]
    public void What_both_use_names_neither()
    {
        foreach (
            var shared in new[]
            {
                "KapFunctions.Content",
                "KapFunctions.Storage",
                "KapFunctions/Pictures",
                "KapFunctions/Telemetry",
            }
        )
        {
            var files = Directory.GetFiles(Path.Combine(Source, "..", shared), "*.cs", SearchOption.AllDirectories);
            var texts = files.Select(File.ReadAllText);
            Assert.DoesNotContain(
                texts,
                text => text.Contains("using KapFunctions.Publishing", StringComparison.Ordinal)
            );
            Assert.DoesNotContain(
                texts,
                text => text.Contains("using KapFunctions.Delivery", StringComparison.Ordinal)
            );
        }
    }

    private static string Source => Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "src", "KapFunctions");

    private static string Here([CallerFilePath] string path = "") => path;
}
