using KapFunctions.Pictures.Formats;

namespace KapFunctions.Pictures;

/// <summary>What the header of a picture says; nothing is decoded for it. Width and height are in pixels, as the
/// picture is shown. Smaller forms are made of photographs and graphics: not of what moves, nor of what takes too much
/// memory or time.</summary>
internal sealed record PictureFacts(int Width, int Height, bool CanScale)
{
    public static PictureFacts? Read(byte[] file)
    {
        if (PictureHeader.Read(file) is not { } header)
        {
            return null;
        }

        if (header.IsMoving)
        {
            return new(header.Width, header.Height, CanScale: false);
        }

        using var picture = OpenPicture.Open(file, header);
        return picture is null
            ? null
            : new(picture.Shown.Width, picture.Shown.Height, picture.CanGive(PictureScaler.LargestOf(picture.Shown)));
    }
}
