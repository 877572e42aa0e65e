using System.Globalization;
using KapFunctions.Content.Problems;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;

namespace KapFunctions.Pictures.Cleaning;

/// <summary>What the author of a picture is told that could not be cleaned.</summary>
internal static class PictureProblems
{
    private static readonly string Limit = $"{MediaStore.MaxBytes >> 20} MiB";

    private static readonly string Side = PictureRemaker.MaxSide.ToString("N0", CultureInfo.InvariantCulture);

    // Of every format that is decoded there is memory for as many.
    private const int SurePixels = 20;

    public static Problem? Of(string path, PublicPicture picture) =>
        picture.Fault switch
        {
            PictureFault.None => null,
            _ when picture.IsWithheld => ContentProblems.PictureUnreadable(path, Limit, SurePixels),
            PictureFault.TooLarge => ContentProblems.PictureRemade(
                path,
                $"The picture has more than {Limit}, so what its camera wrote into it cannot be taken out",
                Side,
                $"Upload it smaller: at most {Limit}."
            ),
            _ => ContentProblems.PictureRemade(
                path,
                "The picture is damaged, or not what its name says, so what its camera wrote into it cannot be taken out",
                Side,
                "Export it again from where it was made, and upload it in its place."
            ),
        };
}
