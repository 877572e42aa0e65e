using System.Text.RegularExpressions;

namespace KapFunctions.Content.Links;

/// <summary>A player of another host that may stand in a page.</summary>
/// <param name="Provider">The host's name, for the frame's title.</param>
/// <param name="Kind">A class name for its shape.</param>
/// <param name="Frame">What the frame loads.</param>
internal sealed partial record Embed(string Provider, string Kind, string Frame)
{
    /// <summary>The player for <paramref name="url"/>, by exact host; null for every other address.</summary>
    public static Embed? Of(string url)
    {
        if (
            !url.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            || !Uri.TryCreate(url, UriKind.Absolute, out var uri)
            || !uri.IsDefaultPort
        )
        {
            return null;
        }
        return uri.Host switch
        {
            "youtube.com"
            or "www.youtube.com"
            or "m.youtube.com"
            or "music.youtube.com"
            or "www.youtube-nocookie.com" => YouTube(YouTubeId(uri), uri),
            "youtu.be" => YouTube(uri.AbsolutePath.Trim('/'), uri),
            "vimeo.com" or "www.vimeo.com" or "player.vimeo.com" => Vimeo(uri),
            "open.spotify.com" => Spotify(uri),
            "podcasts.apple.com" or "embed.podcasts.apple.com" => ApplePodcasts(uri),
            "soundcloud.com" or "www.soundcloud.com" => SoundCloud(uri),
            "w.soundcloud.com" => SoundCloudPlayer(uri),
            _ => null,
        };
    }

    private static string YouTubeId(Uri uri) =>
        uri.AbsolutePath.Split('/') is [_, "embed" or "shorts" or "live" or "v", var id, ..] ? id : Query(uri, "v");

    private static Embed? YouTube(string id, Uri uri)
    {
        if (!YouTubeIdShape().IsMatch(id))
        {
            return null;
        }
        var start = StartSeconds().Match(Query(uri, "start") is { Length: > 0 } seconds ? seconds : Query(uri, "t"));
        return new(
            "YouTube",
            "youtube",
            $"https://www.youtube-nocookie.com/embed/{id}" + (start.Success ? $"?start={start.Groups[1].Value}" : "")
        );
    }

    private static Embed? Vimeo(Uri uri)
    {
        var match = VimeoPath().Match(uri.AbsolutePath);
        if (!match.Success)
        {
            return null;
        }
        var hash = match.Groups["hash"] is { Success: true } inPath ? inPath.Value : Query(uri, "h");
        var unlisted = HashShape().IsMatch(hash) ? $"&h={hash}" : "";
        return new("Vimeo", "vimeo", $"https://player.vimeo.com/video/{match.Groups["id"].Value}?dnt=1{unlisted}");
    }

    private static Embed? Spotify(Uri uri) =>
        SpotifyPath().Match(uri.AbsolutePath) is { Success: true } match
            ? new(
                "Spotify",
                "spotify",
                $"https://open.spotify.com/embed/{match.Groups["kind"].Value}/{match.Groups["id"].Value}"
            )
            : null;

    private static Embed? ApplePodcasts(Uri uri)
    {
        if (!ApplePath().IsMatch(uri.AbsolutePath))
        {
            return null;
        }
        var episode = Query(uri, "i");
        return new(
            "Apple Podcasts",
            "apple-podcasts",
            "https://embed.podcasts.apple.com" + uri.AbsolutePath + (Digits().IsMatch(episode) ? $"?i={episode}" : "")
        );
    }

    private static Embed? SoundCloud(Uri uri) =>
        SoundCloudPath().IsMatch(uri.AbsolutePath)
            ? new(
                "SoundCloud",
                "soundcloud",
                "https://w.soundcloud.com/player/?url="
                    + Uri.EscapeDataString("https://soundcloud.com" + uri.AbsolutePath)
            )
            : null;

    private static Embed? SoundCloudPlayer(Uri uri)
    {
        var track = Query(uri, "url");
        return
            Uri.TryCreate(track, UriKind.Absolute, out var target)
            && target.Host is "soundcloud.com" or "api.soundcloud.com"
            ? new(
                "SoundCloud",
                "soundcloud",
                "https://w.soundcloud.com/player/?url=" + Uri.EscapeDataString(target!.GetLeftPart(UriPartial.Path))
            )
            : null;
    }

    private static string Query(Uri uri, string name)
    {
        foreach (var pair in uri.Query.TrimStart('?').Split('&'))
        {
            if (pair.StartsWith(name + "=", StringComparison.Ordinal))
            {
                return Uri.UnescapeDataString(pair[(name.Length + 1)..]);
            }
        }
        return "";
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex("^[A-Za-z0-9_-]{11}$", Options)]
    private static partial Regex YouTubeIdShape();

    [GeneratedRegex("^([0-9]{1,6})s?$", RegexOptions.CultureInvariant)]
    private static partial Regex StartSeconds();

    [GeneratedRegex(
        "^(/video|/channels/[a-z0-9]+|/groups/[a-z0-9]+/videos)?/(?<id>[0-9]{4,12})(/(?<hash>[a-f0-9]{6,20}))?/?$",
        Options
    )]
    private static partial Regex VimeoPath();

    [GeneratedRegex("^[a-f0-9]{6,20}$", Options)]
    private static partial Regex HashShape();

    [GeneratedRegex(
        "^(/intl-[a-z]{2})?(/embed|/embed-podcast)?/(?<kind>episode|show|track|album|playlist|artist)/(?<id>[A-Za-z0-9]{10,40})/?$",
        Options
    )]
    private static partial Regex SpotifyPath();

    [GeneratedRegex("^/[a-z]{2}/podcast(/[A-Za-z0-9%_-]+)?/id[0-9]{4,14}/?$", Options)]
    private static partial Regex ApplePath();

    [GeneratedRegex("^[0-9]{4,16}$", Options)]
    private static partial Regex Digits();

    [GeneratedRegex("^(/[A-Za-z0-9_-]+){2,3}/?$", Options)]
    private static partial Regex SoundCloudPath();
}
