using System.Globalization;
using System.Security.Cryptography;
using KapFunctions.Content;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Site;
using SharpFuzz;

namespace KapFunctions.Benchmarks.Fuzzing;

/// <summary>Without arguments: the target for afl-fuzz (see README.md). With a number: that many mutations of the files given after
/// it, in this process, for everybody without AFL. A crash is written to "crash-*.md" and ends the run.</summary>
internal static class Fuzz
{
    public static void Run(string[] args)
    {
        if (
            args is [var rounds, .. var seeds]
            && int.TryParse(rounds, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        )
        {
            Mutate(count, seeds);
            return;
        }

        Fuzzer.OutOfProcess.Run(stream =>
        {
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            Check(bytes.ToArray());
        });
    }

    private static void Mutate(int count, string[] seeds)
    {
        var files = seeds
            .Select(File.ReadAllBytes)
            .Append("---\ntitle: a\n---\n# b\n\n[c](d) <b>e</b>\n"u8.ToArray())
            .ToArray();
        var random = new Random(RandomNumberGenerator.GetInt32(int.MaxValue));
        for (var i = 0; i < count; i++)
        {
            var bytes = Mutation(files[random.Next(files.Length)], files[random.Next(files.Length)], random);
            try
            {
                Check(bytes);
            }
            catch (Exception)
            {
                File.WriteAllBytes($"crash-{i}.md", bytes);
                throw;
            }
        }
        Console.WriteLine($"{count} mutations, no crash");
    }

    private static byte[] Mutation(byte[] file, byte[] other, Random random)
    {
        var bytes = file.ToList();
        for (var n = random.Next(1, 20); n > 0 && bytes.Count > 0; n--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(30), bytes.Count - at));
                    break;
                case 2:
                    bytes.Insert(at, "<>[](){}|*_`\"'\n#-:&!\\"u8[random.Next(21)]);
                    break;
                default:
                    var from = random.Next(other.Length);
                    bytes.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(60))]);
                    break;
            }
        }
        return [.. bytes];
    }

    private static void Check(byte[] bytes)
    {
        var result = PostRenderer.Render(new("posts/fuzz.md", bytes), new());
        if (result.Problems.FirstOrDefault(problem => problem.Code == "render-failed") is { } failed)
        {
            throw new InvalidOperationException(failed.Message);
        }
        if (
            result.Post is { Body.Html: var html }
            && (
                html.Contains("<script", StringComparison.OrdinalIgnoreCase)
                || html.Contains(" href=\"javascript:", StringComparison.OrdinalIgnoreCase)
                || html.Contains(" src=\"javascript:", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            throw new InvalidOperationException("Something that runs came through.");
        }
        SiteParser.Parse(new(SiteSettings.Path, bytes));
    }
}
