namespace KapFunctions.Tests.Planted;

/// <summary>A picture in which words of every kind were planted.</summary>
/// <param name="Ending">Of its name.</param>
/// <param name="Plain">As it was before.</param>
/// <param name="Planted">With the words.</param>
/// <param name="Rights">Whose it says to be; null where it does not.</param>
internal sealed record PlantedPicture(string Ending, byte[] Plain, byte[] Planted, string? Rights)
{
    private static readonly (string Ending, Func<Planter, (byte[] Plain, byte[] Planted)> Make)[] Formats =
    [
        (".jpg", PlantedJpeg.Make),
        (".png", PlantedPng.Make),
        (".webp", PlantedWebp.Make),
        (".gif", PlantedGif.Make),
    ];

    /// <summary>The picture of this number: the same each time that the seed is.</summary>
    public static PlantedPicture Make(int seed, int number)
    {
        var planter = new Planter(new Random(unchecked((seed * 1_000_003) + number)));
        var (ending, make) = Formats[number % Formats.Length];
        var (plain, planted) = make(planter);
        return new(ending, plain, planted, planter.Rights);
    }
}
