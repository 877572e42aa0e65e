using System.Buffers.Binary;

namespace KapFunctions.Tests.Planted;

/// <summary>Photographs with segments of every kind, between scans and behind the end too.</summary>
internal static class PlantedJpeg
{
    /// <summary>40 × 24 pixels, in many scans, with restart markers.</summary>
    private static readonly byte[] Progressive = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxO"
            + "UlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P"
            + "T09PT09PT0//wgARCAAYACgDASIAAhEBAxEB/8QAGAABAQEBAQAAAAAAAAAAAAAAAAMEAgX/xAAXAQEBAQEAAAAAAAAAAAAAAAAD"
            + "BAIF/90ABAAD/9oADAMBAAIQAxAAAAHxKaq0Dlrpqd2VuYs//9DqofJpUO6gKz//xAAXEAADAQAAAAAAAAAAAAAAAAAAAQIS/90A"
            + "BAAF/9oACAEBAAEFAlIpFJkUn//QyKRSKRSf/9FSZFJkUn//xAAXEQADAQAAAAAAAAAAAAAAAAAAAQMC/90ABAAD/9oACAEDAQE/"
            + "AZ1J1FU//9CemT0zOmf/xAAaEQACAgMAAAAAAAAAAAAAAAAAARETAgNR/9oACAECAQE/AXsLSxdP/9B5Mlks/8QAFBABAAAAAAAA"
            + "AAAAAAAAAAAAIP/dAAQABf/aAAgBAQAGPwI//9A//9E//8QAGRAAAwADAAAAAAAAAAAAAAAAAAEQICFh/9oACAEBAAE/IR2xTuP/"
            + "0FjVP//RFcRUv//dAAQAA//aAAwDAQACAAMAAAAQ7AM//9CMIL//xAAXEQADAQAAAAAAAAAAAAAAAAAAEBEh/9oACAEDAQE/EEuZ"
            + "/9BAQH//xAAaEQEBAQADAQAAAAAAAAAAAAABABFBYZHR/9oACAECAQE/ENZ0dW3D0+3/0DjjNNf/xAAcEAACAgMBAQAAAAAAAAAA"
            + "AAAAARFhITFBUXH/3QAEAAX/2gAIAQEAAT8QpIVTXwpIBQlXhSf/0I+JtFI1zhKH3hSJb3HmD//RpHpprrRSPlayUn//2Q=="
    );

    /// <summary>The same in one scan, with a restart marker behind each block.</summary>
    private static readonly byte[] Restarting = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxO"
            + "UlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P"
            + "T09PT09PT0//wAARCAAYACgDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUF"
            + "BAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVW"
            + "V1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi"
            + "4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAEC"
            + "AxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVm"
            + "Z2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq"
            + "8vP09fb3+Pn6/90ABAAB/9oADAMBAAIRAxEAPwDio7T2qxHaYcAj6VqJaY7AkVZjtPavRlibnJh8Wf/Q5uO09qtLas2BgD29K0o7"
            + "QnPAGD37VajtPauh4q68j0MPiz//0c2O09qK3Y7YE9cenFFV9Zi/tL71/mfUQxeh/9KWO09qspbEEEL36UUVhOrNJ2Z8ph6kj//T"
            + "1o7T2q0locjpzRRXA5yPPw9SR//U6iO09qKKK8ZzkdFOpKx//9k="
    );

    /// <summary>A photograph, and the same with what nobody may see.</summary>
    public static (byte[] Plain, byte[] Planted) Make(Planter planter)
    {
        byte[] plain = planter.Random.Next(3) switch
        {
            0 => Progressive,
            1 => Restarting,
            _ => PlainPicture.Encode(planter.Random, SkiaSharp.SKEncodedImageFormat.Jpeg),
        };
        var planted = new List<byte>(plain[..2]);
        var hasExif = planter.Sometimes();
        if (hasExif)
        {
            planted.AddRange(Segment(0xE1, [.. "Exif\0\0"u8, .. planter.Exif()]));
        }

        // Decoders tell the format by a segment at its start.
        var isBehindSegment = hasExif;
        for (var at = 2; at < plain.Length; )
        {
            var end =
                plain[at + 1] == 0xD9
                    ? plain.Length
                    : at + 2 + BinaryPrimitives.ReadUInt16BigEndian(plain.AsSpan(at + 2));
            for (var count = planter.Random.Next(3); count > 0; count--)
            {
                planted.AddRange(Draw(planter, isBehindSegment));
            }

            var segment = plain[at..end];
            planted.AddRange(segment[1] == 0xE0 ? WithThumbnail(planter, segment) : segment);
            at = segment[1] == 0xDA ? AddScan(planter, plain, end, planted) : end;
            isBehindSegment = true;
        }

        if (planter.Sometimes())
        {
            planted.AddRange([.. plain[..2], .. Segment(0xFE, planter.Text("second")), .. plain[2..]]);
            planted.AddRange([0, 0, 0, 24, .. "ftypmp42"u8, .. planter.Text("film")]);
        }

        return (plain, [.. planted]);
    }

    /// <summary>Segments as they are met with; a few bytes 0xFF may stand before any.</summary>
    private static byte[] Draw(Planter planter, bool isBehindSegment)
    {
        byte[] segment = planter.Random.Next(15) switch
        {
            0 => Segment(0xFE, planter.Text("comment")),
            1 => Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. planter.Xmp()]),
            2 => Segment(0xE1, [.. "http://ns.adobe.com/xmp/extension/\0"u8, .. planter.Text("extended-xmp")]),
            3 => Segment(0xED, planter.Photoshop()),
            4 => Segment(0xE2, [.. "MPF\0"u8, .. planter.Text("mpf")]),
            5 => Segment(0xE2, [.. "FPXR\0"u8, .. planter.Text("flashpix")]),
            6 => Segment(0xE0, [.. "JFXX\0\x10"u8, .. planter.Text("jfxx")]),
            7 => Segment(0xEB, [.. "JP\0\0"u8, .. planter.Text("jumbf")]),
            8 => Segment(0xEC, [.. "Ducky"u8, .. planter.Text("picture-info")]),
            9 => Segment((byte)planter.Random.Next(0xE3, 0xF0), planter.Text("private")),
            10 when isBehindSegment => Segment(0xE1, [.. "Exif\0\0"u8, .. "damaged"u8, .. planter.Text("exif")]),
            11 when isBehindSegment => planter.Text("between"),
            12 => Segment(0xEE, [.. "Else\0"u8, .. planter.Text("app14")]),
            13 => Segment(0xE1, planter.Text("app1")),
            _ => [],
        };
        var fill = segment is [0xFF, ..] ? planter.Random.Next(3) : 0;
        return [.. Enumerable.Repeat((byte)0xFF, fill), .. segment];
    }

    private static byte[] WithThumbnail(Planter planter, byte[] jfif)
    {
        byte[] text = planter.Text("jfif");
        var pixels = (text.Length + 2) / 3;
        return Segment(0xE0, [.. jfif[4..16], (byte)pixels, 1, .. text, .. new byte[pixels * 3 - text.Length]]);
    }

    /// <summary>Coded data, with words between the last block and a restart marker; where they end.</summary>
    private static int AddScan(Planter planter, byte[] plain, int at, List<byte> planted)
    {
        for (; plain[at] != 0xFF || plain[at + 1] is 0 or (>= 0xD0 and <= 0xD7); at++)
        {
            if (plain[at] == 0xFF && plain[at + 1] != 0 && planter.Random.Next(4) == 0)
            {
                planted.AddRange(planter.Text("restart"));
            }

            planted.Add(plain[at]);
        }

        return at;
    }

    private static byte[] Segment(byte marker, byte[] body) =>
        [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];
}
