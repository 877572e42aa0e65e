using System.Buffers.Binary;
using System.Text;

namespace KapFunctions.Tests.Planted;

/// <summary>An entry of a directory: its data stand in it where they are four bytes at most.</summary>
internal sealed record TiffEntry(ushort Tag, ushort Type, int Count, byte[] Data);

/// <summary>Writes directories of tags in either order of bytes, as EXIF has them.</summary>
internal sealed class Tiff(bool isLittle)
{
    private readonly List<byte> bytes = [.. isLittle ? "II*\0"u8 : "MM\0*"u8, 0, 0, 0, 0];

    /// <summary>A text.</summary>
    public static TiffEntry Ascii(ushort tag, string text)
    {
        var data = Encoding.UTF8.GetBytes(text + "\0");
        return new(tag, 2, data.Length, data);
    }

    /// <summary>Anything; a count of 0 is one a byte.</summary>
    public static TiffEntry Bytes(ushort tag, ushort type, int count, byte[] data) =>
        new(tag, type, count == 0 ? data.Length : count, data);

    /// <summary>A number of two bytes.</summary>
    public TiffEntry Short(ushort tag, int value) => new(tag, 3, 1, [.. Number(value)[(isLittle ? 0..2 : 2..4)], 0, 0]);

    /// <summary>A number of four bytes.</summary>
    public TiffEntry Number(ushort tag, int value) => new(tag, 4, 1, Number(value));

    /// <summary>Adds bytes; returns where they stand.</summary>
    public int Append(byte[] data)
    {
        bytes.AddRange(data);
        return bytes.Count - data.Length;
    }

    /// <summary>Adds a directory and what its entries hold; returns where it stands.</summary>
    public int Directory(params TiffEntry[] entries) => Directory(entries, next: 0);

    /// <summary>The file, with a first directory and perhaps one behind it.</summary>
    public byte[] ToArray(TiffEntry[] entries, int next)
    {
        var first = Number(Directory(entries, next));
        for (var i = 0; i < first.Length; i++)
        {
            bytes[4 + i] = first[i];
        }

        return [.. bytes];
    }

    private int Directory(TiffEntry[] entries, int next)
    {
        var placed = entries.Select(entry => entry.Data.Length > 4 ? Number(Append(entry.Data)) : Filled(entry.Data));
        var directory = new List<byte>(Short(entries.Length));
        foreach (var (entry, value) in entries.Zip(placed.ToList()))
        {
            directory.AddRange([.. Short(entry.Tag), .. Short(entry.Type), .. Number(entry.Count), .. value]);
        }

        return Append([.. directory, .. Number(next)]);
    }

    private static byte[] Filled(byte[] data) => [.. data, .. new byte[4 - data.Length]];

    private byte[] Short(int value) => Number(value)[(isLittle ? 0..2 : 2..4)];

    private byte[] Number(int value)
    {
        var number = new byte[4];
        if (isLittle)
        {
            BinaryPrimitives.WriteInt32LittleEndian(number, value);
        }
        else
        {
            BinaryPrimitives.WriteInt32BigEndian(number, value);
        }

        return number;
    }
}
