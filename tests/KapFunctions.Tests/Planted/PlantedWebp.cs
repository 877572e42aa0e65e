using System.Buffers.Binary;
using System.Text;

namespace KapFunctions.Tests.Planted;

/// <summary>WebP pictures with chunks of every kind, still and moving.</summary>
internal static class PlantedWebp
{
    /// <summary>A picture, and the same with what nobody may see.</summary>
    public static (byte[] Plain, byte[] Planted) Make(Planter planter)
    {
        var encoded = PlainPicture.Encode(planter.Random, SkiaSharp.SKEncodedImageFormat.Webp);
        using var codec = SkiaSharp.SKCodec.Create(new MemoryStream(encoded));
        var chunks = Read(encoded);
        var pixels = chunks.Where(chunk => chunk.Type is "ALPH" or "VP8 " or "VP8L").ToList();
        var profile = chunks.Where(chunk => chunk.Type == "ICCP").ToList();
        byte[] size = [.. Number(codec.Info.Width - 1)[..3], .. Number(codec.Info.Height - 1)[..3]];
        var isMoving = planter.Sometimes();
        var flags = (byte)((profile.Count > 0 ? 0x20 : 0) | 0x10 | (isMoving ? 0x02 : 0));
        return (Write(planter: null), Write(planter));

        byte[] Write(Planter? planter)
        {
            var written = new List<byte>();
            var hasExif = planter?.Sometimes() is true;
            var hasXmp = planter?.Sometimes() is true;
            var shown = (byte)(flags | (hasExif ? 0x08 : 0) | (hasXmp ? 0x04 : 0));
            written.AddRange(Chunk("VP8X", [shown, 0, 0, 0, .. size]));
            written.AddRange(profile.SelectMany(chunk => Chunk(chunk.Type, chunk.Data)));
            written.AddRange(Unknown(planter));
            if (isMoving)
            {
                written.AddRange(Chunk("ANIM", [0, 0, 0, 0, 0, 0]));
                byte[] frame = [0, 0, 0, 0, 0, 0, .. size, 100, 0, 0, 2];
                written.AddRange(
                    Enumerable.Range(0, 2).SelectMany(_ => Chunk("ANMF", [.. frame, .. Pixels(), .. Unknown(planter)]))
                );
            }
            else
            {
                written.AddRange(Pixels());
            }

            written.AddRange(
                hasExif ? Chunk("EXIF", [.. planter!.Sometimes() ? "Exif\0\0"u8 : [], .. planter.Exif()]) : []
            );
            written.AddRange(hasXmp ? Chunk("XMP ", planter!.Xmp()) : []);
            written.AddRange(Unknown(planter));
            return
            [
                .. "RIFF"u8,
                .. Number(written.Count + 4),
                .. "WEBP"u8,
                .. written,
                .. planter?.Text("behind-the-end") ?? [],
            ];
        }

        IEnumerable<byte> Pixels() => pixels.SelectMany(chunk => Chunk(chunk.Type, chunk.Data));
    }

    private static byte[] Unknown(Planter? planter) =>
        planter?.Sometimes() is true ? Chunk("LIST", planter.Text("unknown")) : [];

    private static List<(string Type, byte[] Data)> Read(byte[] webp)
    {
        var chunks = new List<(string, byte[])>();
        for (var at = 12; at + 8 <= webp.Length; )
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(webp.AsSpan(at + 4));
            chunks.Add((Encoding.ASCII.GetString(webp, at, 4), webp[(at + 8)..(at + 8 + length)]));
            at += 8 + length + (length & 1);
        }

        return chunks;
    }

    private static byte[] Chunk(string type, byte[] data) =>
        [.. Encoding.ASCII.GetBytes(type), .. Number(data.Length), .. data, .. new byte[data.Length & 1]];

    private static byte[] Number(int value)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(number, value);
        return number;
    }
}
