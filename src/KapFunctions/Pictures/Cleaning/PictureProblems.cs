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
            _ when picture.IsWithheld => Withheld(path),
            PictureFault.TooLarge => Remade(
                path,
                $"The picture has more than {Limit}, so what its camera wrote into it cannot be taken out",
                $"Upload it smaller: at most {Limit}."
            ),
            _ => Remade(
                path,
                "The picture is damaged, or not what its name says, so what its camera wrote into it cannot be taken out",
                "Export it again from where it was made, and upload it in its place."
            ),
        };

    private static Problem Remade(string path, string why, string mend) =>
        new(
            Severity.Warning,
            "picture-remade",
            path,
            Line: 1,
            Column: 1,
            $"{why}; readers get one made anew from its pixels, at most {Side} pixels wide and high.",
            mend
        );

    private static Problem Withheld(string path) =>
        new(
            Severity.Error,
            "picture-unreadable",
            path,
            Line: 1,
            Column: 1,
            "The picture cannot be read here, so nobody can tell what its camera wrote into it; readers get nothing at its address.",
            $"Export it as JPEG, PNG, WebP or GIF of at most {Limit} and {SurePixels} million pixels, and upload it in its place; another name alone does not make another format of it."
        );
}
