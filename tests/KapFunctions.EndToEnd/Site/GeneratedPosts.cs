using System.Globalization;

namespace KapFunctions.EndToEnd.Site;

/// <summary>
/// Posts of everything that would tell another host of a reader if it were loaded: players, pictures, sound, film and tricks in
/// HTML, each in every kind of place. The same number gives the same post.
/// </summary>
internal static class GeneratedPosts
{
    private static readonly string[] Players =
    [
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42s",
        "https://youtu.be/dQw4w9WgXcQ",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=3",
        "https://vimeo.com/76979871/8272103f6e",
        "https://player.vimeo.com/video/76979871",
        "https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk",
        "https://podcasts.apple.com/us/podcast/the-daily/id1200361736?i=1000650000000",
        "https://soundcloud.com/forss/flickermood",
    ];

    private static readonly string[] Places =
    [
        "{0}",
        "Listen to this:\n{0}\nand read on.",
        "- {0}\n- and another",
        "> {0}",
        "<div>\n\n{0}\n\n</div>",
        "<iframe src=\"{0}\" title=\"A talk\" width=\"560\"></iframe>",
        "<p>Before <iframe src='{0}' allowfullscreen></iframe> behind.</p>",
        "<figure class=\"kg-card kg-embed-card\"><iframe src=\"{0}\"></iframe><figcaption>A talk</figcaption></figure>",
        "<figure class=\"embed\"><a href=\"{0}\" data-frame=\"https://www.youtube-nocookie.com.{1}/embed/dQw4w9WgXcQ\">A talk</a></figure>",
    ];

    private static readonly string[] Tricks =
    [
        "![A lake](https://{1}/a.png)",
        "![A lake](//{1}/a.png \"In winter\")",
        "[![A badge](https://{1}/a.svg)](https://{1}/)",
        "![A talk](https://{1}/a.mp3)",
        "https://{1}/a.mp4",
        "<img src=\"http://{1}/a.png\" alt=\"A lake\">",
        "<img src=\"/\\{1}/a.png\" alt=\"A lake\" loading=\"eager\">",
        "<img src=\"///{1}/a.png\" alt=\"A lake\">",
        "<img src=\"https:{1}/a.png\" alt=\"A lake\">",
        "<img src=\"/media/cup.png\" srcset=\"https://{1}/a.png 2x\" alt=\"A cup\">",
        "<picture><source srcset=\"https://{1}/a.webp\"><img src=\"/media/cup.png\" alt=\"A cup\"></picture>",
        "<picture><source srcset=\"/media/cup.png\"><img src=\"https://{1}/a.png\" alt=\"A cup\"></picture>",
        "<video src=\"https://{1}/a.mp4\" poster=\"https://{1}/a.png\" preload=\"auto\" controls></video>",
        "<video poster=\"https://{1}/a.png\" src=\"/media/none.mp4\" controls></video>",
        "<audio preload=\"auto\" controls><source src=\"https://{1}/a.ogg\"></audio>",
        "<input type=\"image\" src=\"https://{1}/a.png\" alt=\"A lake\">",
        "<iframe src=\"https://{1}/embed/dQw4w9WgXcQ\"></iframe>",
        "<iframe src=\"https://www.youtube.com.{1}/embed/dQw4w9WgXcQ\"></iframe>",
        "<iframe src=\"https://www.youtube.com@{1}/embed/dQw4w9WgXcQ\"></iframe>",
        "<iframe srcdoc=\"<img src=https://{1}/a.png>\"></iframe>",
        "<p style=\"background:url(https://{1}/a.png)\">Text</p>",
        "<style>@import url(https://{1}/a.css);</style>",
        "<table background=\"https://{1}/a.png\"><tr><td>Text</td></tr></table>",
        "<svg><image href=\"https://{1}/a.png\"/></svg>",
        "<link rel=\"preload\" as=\"image\" href=\"https://{1}/a.png\"><link rel=\"preconnect\" href=\"https://{1}/\">",
        "<meta http-equiv=\"refresh\" content=\"0;url=https://{1}/\">",
        "<object data=\"https://{1}/a.svg\"></object><embed src=\"https://{1}/a.svg\">",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=https://{1}/a.png&gt;\">",
        "<noscript><p title=\"</noscript><img src=https://{1}/a.png>\"></noscript>",
        "<a href=\"https://{1}/\" ping=\"https://{1}/ping\">A link</a>",
    ];

    /// <summary>The post of a number, which its foreign host's name holds: what is heard there names the post.</summary>
    public static string Of(int number)
    {
        var random = new Random(number);
        var host = $"other-{number}.example";
        var head = number % 3 == 0 ? $"image: https://{host}/head.png\n" : "";
        var parts = new List<string> { "Words before anything else, so that there is something to read." };
        for (var i = 0; i < 6; i++)
        {
            // Each kind has its turn, the rest is drawn.
            parts.Add(Fill(Places[(number + i) % Places.Length], Players[random.Next(Players.Length)], host));
            parts.Add(Fill(Tricks[(number * 6 + i) % Tricks.Length], "", host));
        }

        var day = new DateTime(2020, 1, 1).AddHours(number).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return $"---\ntitle: Generated {number}\nslug: generated-{number}\ndate: {day}\n{head}---\n"
            + string.Join("\n\n", parts)
            + "\n";
    }

    private static string Fill(string pattern, string player, string host) =>
        pattern.Replace("{0}", player, StringComparison.Ordinal).Replace("{1}", host, StringComparison.Ordinal);
}
