using System.Buffers.Binary;
using System.Text;

namespace KapFunctions.Tests.Planted;

/// <summary>
/// Writes what cameras, telephones and programs write beside a picture, at random, with words that can be looked for: those
/// of private matters begin with <see cref="Mark"/>, and the only one that may stay is <see cref="Rights"/>.
/// </summary>
internal sealed class Planter(Random random)
{
    /// <summary>What every word begins with that no reader may see.</summary>
    public const string Mark = "planted-";

    private readonly string rights = $"Kept © by rights-{random.Next():x8}";

    /// <summary>Whose the picture is; null where nothing of what was written says so.</summary>
    public string? Rights { get; private set; }

    /// <summary>Draws.</summary>
    public Random Random => random;

    /// <summary>How the camera was held: as EXIF numbers it.</summary>
    public int Orientation { get; } = random.Next(1, 9);

    /// <summary>True as often as not.</summary>
    public bool Sometimes() => random.Next(2) == 0;

    /// <summary>A word that nobody may see.</summary>
    public string Word(string kind) => $"{Mark}{kind}-{random.Next():x8}";

    /// <summary>The same in bytes.</summary>
    public byte[] Text(string kind) => Encoding.ASCII.GetBytes(Word(kind));

    /// <summary>Notes of every kind, as EXIF.</summary>
    public byte[] Exif()
    {
        var tiff = new Tiff(isLittle: Sometimes());
        var gps = tiff.Directory(
            Tiff.Ascii(1, "N"),
            Tiff.Bytes(2, 5, 3, new byte[24]),
            Tiff.Ascii(0x001B, Word("gps-method")),
            Tiff.Ascii(0x001D, Word("gps-day"))
        );
        var inner = tiff.Directory(
            Tiff.Bytes(0x927C, 7, 0, Text("maker-note")),
            Tiff.Bytes(0x9286, 7, 0, [.. "UNICODE\0"u8, .. Encoding.Unicode.GetBytes(Word("remark"))]),
            Tiff.Ascii(0xA430, Word("owner")),
            Tiff.Ascii(0xA431, Word("serial")),
            Tiff.Ascii(0xA435, Word("lens"))
        );
        var small = tiff.Append([0xFF, 0xD8, .. Text("thumbnail"), 0xFF, 0xD9]);
        var thumbnail = tiff.Directory(tiff.Number(0x0201, small), tiff.Number(0x0202, 40));
        var entries = new List<TiffEntry>
        {
            Tiff.Ascii(0x010E, Word("description")),
            Tiff.Ascii(0x010F, Word("make")),
            Tiff.Ascii(0x0110, Word("model")),
            tiff.Short(0x0112, Orientation),
            Tiff.Ascii(0x0131, Word("program")),
            Tiff.Ascii(0x013B, Word("artist")),
            tiff.Number(0x8769, inner),
            tiff.Number(0x8825, gps),
            Tiff.Bytes(0x9C9C, 1, 0, Encoding.Unicode.GetBytes(Word("title"))),
        };
        if (Sometimes())
        {
            Rights = rights;
            entries.Insert(6, Tiff.Ascii(0x8298, rights));
        }

        return tiff.ToArray([.. entries], thumbnail);
    }

    /// <summary>Notes of every kind, as XMP.</summary>
    public byte[] Xmp()
    {
        var dc = "";
        if (Sometimes())
        {
            Rights ??= rights;
            dc = $"<dc:rights><rdf:Alt><rdf:li xml:lang=\"x-default\">{Rights}</rdf:li></rdf:Alt></dc:rights>";
        }

        return Encoding.UTF8.GetBytes(
            $"""
            <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
              xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="{Word("latitude")}">
            <dc:creator><rdf:Seq><rdf:li>{Word("creator")}</rdf:li></rdf:Seq></dc:creator>{dc}
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>
            """
        );
    }

    /// <summary>Notes of the press, as Photoshop keeps them.</summary>
    public byte[] Photoshop()
    {
        byte[] sets = [.. Set(80, Text("byline")), .. Set(90, Text("city"))];
        if (Sometimes())
        {
            Rights ??= rights;
            sets = [.. sets, .. Set(116, Encoding.UTF8.GetBytes(Rights))];
        }

        return [.. "Photoshop 3.0\0"u8, .. Resource(0x040C, Text("photoshop-thumbnail")), .. Resource(0x0404, sets)];

        static byte[] Set(byte number, byte[] text) => [0x1C, 2, number, 0, (byte)text.Length, .. text];
    }

    private static byte[] Resource(ushort id, byte[] data)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, data.Length);
        return [.. "8BIM"u8, (byte)(id >> 8), (byte)id, 0, 0, .. size, .. data, .. new byte[data.Length & 1]];
    }
}
