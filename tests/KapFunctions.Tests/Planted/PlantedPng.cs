using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace KapFunctions.Tests.Planted;

/// <summary>Graphics with chunks of every kind, still and moving.</summary>
internal static class PlantedPng
{
    private static readonly string[] Keywords =
    [
        "Author",
        "Comment",
        "Software",
        "Raw profile type exif",
        "Copyright notes",
    ];

    /// <summary>A graphic, and the same with what nobody may see.</summary>
    public static (byte[] Plain, byte[] Planted) Make(Planter planter)
    {
        var plain = PlainPicture.Encode(planter.Random, SkiaSharp.SKEncodedImageFormat.Png);
        plain = planter.Sometimes() ? Moving(plain) : plain;
        var planted = new List<byte>(plain[..8]);
        var hasExif = planter.Sometimes();
        for (var at = 8; at < plain.Length; )
        {
            var end = at + 12 + BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(at));
            var type = Encoding.ASCII.GetString(plain, at + 4, 4);
            for (var count = type is "IHDR" or "fdAT" ? 0 : planter.Random.Next(3); count > 0; count--)
            {
                planted.AddRange(Draw(planter));
            }

            if (type == "IDAT" && hasExif)
            {
                planted.AddRange(Chunk("eXIf", planter.Exif()));
                hasExif = false;
            }

            planted.AddRange(plain[at..end]);
            at = end;
        }

        planted.AddRange(planter.Sometimes() ? planter.Text("behind-the-end") : []);
        return (plain, [.. planted]);
    }

    private static byte[] Draw(Planter planter)
    {
        var keyword = Encoding.ASCII.GetBytes(Keywords[planter.Random.Next(Keywords.Length)] + "\0");
        return planter.Random.Next(9) switch
        {
            0 => Chunk("tEXt", [.. keyword, .. planter.Text("text")]),
            1 => Chunk("zTXt", [.. keyword, 0, .. Packed(planter.Text("packed"))]),
            2 => Chunk("iTXt", [.. keyword, 0, 0, .. planter.Text("language"), 0, 0, .. planter.Text("text")]),
            3 => Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. planter.Xmp()]),
            4 => Chunk("tIME", [7, 234, 11, 30, 12, 0, 0]),
            5 => Chunk("prVt", planter.Text("private")),
            6 => Chunk("gAMA", planter.Text("gamma-too-long")),
            7 => Chunk("caBX", planter.Text("claims")),
            _ => Chunk(
                "iTXt",
                [.. "Copyright\0\0\0"u8, .. planter.Text("language"), 0, .. planter.Text("keyword"), 0, .. "kept"u8]
            ),
        };
    }

    private static byte[] Packed(byte[] text)
    {
        var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            stream.Write(text);
        }

        return packed.ToArray();
    }

    /// <summary>Two frames, the second like the first.</summary>
    private static byte[] Moving(byte[] still)
    {
        var start = still.AsSpan().IndexOf("IDAT"u8) - 4;
        var end = start + 12 + BinaryPrimitives.ReadInt32BigEndian(still.AsSpan(start));
        byte[] frame = [.. still[16..24], .. new byte[8], 0, 1, 0, 10, 0, 0];
        return
        [
            .. still[..33],
            .. Chunk("acTL", [0, 0, 0, 2, 0, 0, 0, 0]),
            .. still[33..start],
            .. Chunk("fcTL", [0, 0, 0, 0, .. frame]),
            .. still[start..end],
            .. Chunk("fcTL", [0, 0, 0, 1, .. frame]),
            .. Chunk("fdAT", [0, 0, 0, 2, .. still[(start + 8)..(end - 4)]]),
            .. still[^12..],
        ];
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc32.HashToUInt32(named));
        return [.. length, .. named, .. sum];
    }
}
