using KapFunctions.Pictures;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;

namespace KapFunctions.Delivery.Media;

/// <summary>A smaller form of a picture. <c>IsForNow</c> where it stands in for one that is being made.</summary>
internal sealed record PictureForm(byte[] Bytes, bool IsForNow);

/// <summary>Finds smaller forms of pictures. A reader never waits for one to be made: while it is not there, the next
/// larger one that is there stands in.</summary>
public sealed class PictureForms(MediaStore media, PictureWorkshop workshop)
{
    /// <summary>Null where no form is there that would do; one without bytes where none can be made.</summary>
    internal async Task<PictureForm?> FindAsync(MediaRow picture, int width, CancellationToken cancellation)
    {
        var widths = PictureScaler.WidthsOf(picture.Width!.Value);
        var asked = widths.FirstOrDefault(made => made >= width, widths[^1]);
        foreach (var candidate in widths.Where(made => made >= asked))
        {
            var name = PictureWorkshop.NameOf(picture, candidate);
            if (await media.ReadVariantAsync(name, cancellation) is { } bytes)
            {
                return new(bytes, IsForNow: candidate != asked);
            }

            if (candidate == asked)
            {
                workshop.Ask(picture);
            }
        }

        return null;
    }
}
