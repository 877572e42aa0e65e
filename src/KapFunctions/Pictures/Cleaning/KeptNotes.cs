using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace KapFunctions.Pictures.Cleaning;

/// <summary>What is kept of a camera's notes: how it was held, and whose the picture is. The rights are kept as EXIF,
/// wherever they stood; of several notes the first that says something counts, as for those who show the
/// picture.</summary>
internal sealed class KeptNotes
{
    private const ushort OrientationTag = 0x0112;
    private const ushort CopyrightTag = 0x8298;
    private const ushort AsciiType = 2;
    private const ushort ShortType = 3;
    private const int EntryBytes = 12;

    // Longer is no copyright, and has room for much else; in bytes.
    private const int MaxCopyrightBytes = 4096;

    private int? orientation;
    private byte[]? ofExif;
    private byte[]? ofXmp;
    private byte[]? ofPhotoshop;

    public static ReadOnlySpan<byte> ExifPrefix => "Exif\0\0"u8;

    private static ReadOnlySpan<byte> XmpPrefix => "http://ns.adobe.com/xap/1.0/\0"u8;

    public bool HasPrefix { get; private set; }

    public void ReadExifSegment(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith("Exif\0"u8) && body.Length > ExifPrefix.Length)
        {
            ReadExif(body[ExifPrefix.Length..]);
            HasPrefix = true;
        }
    }

    public void ReadXmpSegment(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith(XmpPrefix))
        {
            ReadXmp(body[XmpPrefix.Length..]);
        }
    }

    public void ReadPhotoshopSegment(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith(PhotoshopRights.Prefix))
        {
            ofPhotoshop ??= Limited(PhotoshopRights.Read(body[PhotoshopRights.Prefix.Length..]));
        }
    }

    public void ReadXmp(ReadOnlySpan<byte> packet) =>
        ofXmp ??= XmpRights.Read(packet) is { } rights ? Limited(Encoding.UTF8.GetBytes(rights)) : null;

    /// <summary>Reads EXIF, which is a TIFF file without a picture.</summary>
    public void ReadExif(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || (!tiff.StartsWith("II*\0"u8) && !tiff.StartsWith("MM\0*"u8)))
        {
            return;
        }

        var isLittle = tiff[0] == 'I';
        var at = Long(tiff[4..], isLittle);
        if (at > (uint)tiff.Length - 2)
        {
            return;
        }

        var entries = tiff[((int)at + 2)..];
        for (var left = Short(tiff[(int)at..], isLittle); left > 0 && entries.Length >= EntryBytes; left--)
        {
            ReadEntry(tiff, entries[..EntryBytes], isLittle);
            entries = entries[EntryBytes..];
        }
    }

    public byte[]? ToExif()
    {
        var turned = orientation is > 1 ? orientation : null;
        var copyright = ofExif ?? ofXmp ?? ofPhotoshop;
        var count = (turned is null ? 0 : 1) + (copyright is null ? 0 : 1);
        if (count == 0)
        {
            return null;
        }

        var exif = new List<byte>();
        exif.AddRange("MM\0*"u8);
        exif.AddRange([0, 0, 0, 8, 0, (byte)count]);
        if (turned is { } value)
        {
            exif.AddRange([.. EntryHead(OrientationTag, ShortType, 1), 0, (byte)value, 0, 0]);
        }

        if (copyright is not null)
        {
            exif.AddRange(EntryHead(CopyrightTag, AsciiType, copyright.Length));
            exif.AddRange(copyright.Length <= 4 ? Padded(copyright) : BigEndian(8 + 2 + count * EntryBytes + 4));
        }

        exif.AddRange([0, 0, 0, 0]);
        exif.AddRange(copyright is { Length: > 4 } ? copyright : []);
        return [.. exif];
    }

    private void ReadEntry(ReadOnlySpan<byte> tiff, ReadOnlySpan<byte> entry, bool isLittle)
    {
        var (tag, type, count) = (Short(entry, isLittle), Short(entry[2..], isLittle), Long(entry[4..], isLittle));
        switch (tag)
        {
            case OrientationTag when type == ShortType && count == 1 && Short(entry[8..], isLittle) is >= 1 and <= 8:
                orientation ??= Short(entry[8..], isLittle);
                break;
            case CopyrightTag when type == AsciiType && count is > 1 and <= MaxCopyrightBytes:
                var at = count <= 4 ? 0 : Long(entry[8..], isLittle);
                var held = count <= 4 ? entry[8..] : tiff;
                if (at + (ulong)count <= (ulong)held.Length)
                {
                    ofExif ??= Texts(held.Slice((int)at, (int)count));
                }

                break;
        }
    }

    // A photographer's copyright, and perhaps an editor's behind it, each ending in a zero. More than that is what
    // stands behind it in the file, which a wrong length has taken in.
    private static byte[]? Texts(ReadOnlySpan<byte> value)
    {
        var first = value.IndexOf((byte)0);
        var isTwo =
            first >= 0 && first < value.Length - 1 && value[(first + 1)..].IndexOf((byte)0) == value.Length - first - 2;
        return Limited(isTwo ? value[..^1] : value[..(first < 0 ? value.Length : first)]);
    }

    // The text with a zero behind it, as EXIF has it; null where it is empty or too long.
    private static byte[]? Limited(ReadOnlySpan<byte> text)
    {
        if (text.Length >= MaxCopyrightBytes || text.IndexOfAnyExcept((byte)' ', (byte)0) < 0)
        {
            return null;
        }

        // Old programs wrote in the encoding of their machine; most of them in this one.
        return Utf8.IsValid(text) ? [.. text, 0] : [.. Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(text)), 0];
    }

    private static byte[] EntryHead(ushort tag, ushort type, int count) =>
        [(byte)(tag >> 8), (byte)tag, 0, (byte)type, .. BigEndian(count)];

    private static byte[] BigEndian(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Padded(byte[] value) => [.. value, .. new byte[4 - value.Length]];

    private static ushort Short(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Long(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
