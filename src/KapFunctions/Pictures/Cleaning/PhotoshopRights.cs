using System.Buffers.Binary;

namespace KapFunctions.Pictures.Cleaning;

/// <summary>Finds whose a picture is in Photoshop's resources: the copyright notice of the press agencies' format.
/// https://www.adobe.com/devnet-apps/photoshop/fileformatashtml/,
/// https://www.iptc.org/std/IIM/4.2/specification/IIMV4.2.pdf</summary>
internal static class PhotoshopRights
{
    private const ushort PressResource = 0x0404;
    private const byte NewsRecord = 2;
    private const byte CopyrightNotice = 116;

    public static ReadOnlySpan<byte> Prefix => "Photoshop 3.0\0"u8;

    public static ReadOnlySpan<byte> Read(ReadOnlySpan<byte> resources)
    {
        while (resources.Length >= 12 && resources.StartsWith("8BIM"u8))
        {
            var id = BinaryPrimitives.ReadUInt16BigEndian(resources[4..]);
            // A name with its length before it, together an even number of bytes.
            var data = 6 + (resources[6] + 2) / 2 * 2;
            if (data + 4 > resources.Length)
            {
                break;
            }

            var size = BinaryPrimitives.ReadUInt32BigEndian(resources[data..]);
            resources = resources[(data + 4)..];
            if (size > (uint)resources.Length)
            {
                break;
            }

            if (id == PressResource)
            {
                return NoticeIn(resources[..(int)size]);
            }

            resources = resources[Math.Min(resources.Length, ((int)size + 1) / 2 * 2)..];
        }

        return [];
    }

    private static ReadOnlySpan<byte> NoticeIn(ReadOnlySpan<byte> sets)
    {
        while (sets.Length >= 5 && sets[0] == 0x1C)
        {
            var size = BinaryPrimitives.ReadUInt16BigEndian(sets[3..]);
            if (size > sets.Length - 5)
            {
                break;
            }

            if (sets[1] == NewsRecord && sets[2] == CopyrightNotice)
            {
                return sets.Slice(5, size);
            }

            sets = sets[(5 + size)..];
        }

        return [];
    }
}
