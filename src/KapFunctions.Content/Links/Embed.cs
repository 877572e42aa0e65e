using System.Globalization;
using System.Text.RegularExpressions;

namespace KapFunctions.Content.Links;

internal sealed partial record Embed(string Provider, string Kind, string Frame)
{
    private const string YouTubeFrames = "https://www.youtube-nocookie.com/embed/";
    private const string SoundCloudFrames = "https://w.soundcloud.com/player/?url=";

    /// <summary>The page of the same host that a link can lead to; frames may refuse to be opened by themselves.</summary>
    public string Page =>
        Kind switch
        {
            "youtube" => YouTubePage(Frame[YouTubeFrames.Length..]),
            "vimeo" => Frame
                .Replace("player.vimeo.com/video/", "vimeo.com/", StringComparison.Ordinal)
                .Replace("?dnt=1&h=", "/", StringComparison.Ordinal)
                .Replace("?dnt=1", "", StringComparison.Ordinal),
            "spotify" => Frame.Replace("/embed/", "/", StringComparison.Ordinal),
            "apple-podcasts" => Frame.Replace("//embed.", "//", StringComparison.Ordinal),
            "soundcloud" when !Frame.Contains("api.", StringComparison.Ordinal) => Uri.UnescapeDataString(
                Frame[SoundCloudFrames.Length..]
            ),
            _ => Frame,
        };

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
            or "youtube-nocookie.com"
            or "www.youtube-nocookie.com" => YouTube(YouTubeId(uri), uri),
            "youtu.be" => YouTube(uri.AbsolutePath.Trim('/'), uri),
            "vimeo.com" or "www.vimeo.com" or "player.vimeo.com" => Vimeo(uri),
            "open.spotify.com" => Spotify(uri),
            "podcasts.apple.com" or "embed.podcasts.apple.com" or "itunes.apple.com" => ApplePodcasts(uri),
            "soundcloud.com" or "www.soundcloud.com" or "m.soundcloud.com" => SoundCloud(uri),
            "w.soundcloud.com" => SoundCloudPlayer(uri),
            _ => null,
        };
    }

    private static string YouTubeId(Uri uri) =>
        uri.AbsolutePath.Split('/') is [_, "embed" or "shorts" or "live" or "v", var id, ..] && id != "videoseries"
            ? id
            : Query(uri, "v");

    /// <summary>A video, from where it is to start; else a whole list of them. https://developers.google.com/youtube/player_parameters</summary>
    private static Embed? YouTube(string id, Uri uri)
    {
        var list = YouTubeListShape().IsMatch(Query(uri, "list")) ? Query(uri, "list") : null;
        var query = new List<string>();
        if (!YouTubeIdShape().IsMatch(id))
        {
            return list is null ? null : YouTubeFrame($"videoseries?list={list}");
        }
        if ((Seconds(Query(uri, "start")) ?? Seconds(Query(uri, "t")) ?? Seconds(Fragment(uri, "t"))) is { } start)
        {
            query.Add($"start={start}");
        }
        if (Seconds(Query(uri, "end")) is { } end)
        {
            query.Add($"end={end}");
        }
        if (list is not null)
        {
            query.Add($"list={list}");
        }
        return YouTubeFrame(id + (query.Count == 0 ? "" : "?" + string.Join('&', query)));
    }

    private static Embed YouTubeFrame(string video) => new("YouTube", "youtube", YouTubeFrames + video);

    private static string YouTubePage(string video) =>
        "https://www.youtube.com/"
        + (
            video.StartsWith("videoseries", StringComparison.Ordinal)
                ? video.Replace("videoseries", "playlist", StringComparison.Ordinal)
                : "watch?v=" + video.Replace('?', '&').Replace("&start=", "&t=", StringComparison.Ordinal)
        );

    private static Embed? Vimeo(Uri uri)
    {
        var match = VimeoPath().Match(uri.AbsolutePath);
        if (!match.Success)
        {
            return null;
        }
        var hash = match.Groups["hash"] is { Success: true } inPath ? inPath.Value : Query(uri, "h");
        var unlisted = HashShape().IsMatch(hash) ? $"&h={hash}" : "";
        var start = Seconds(Fragment(uri, "t")) is { } seconds ? $"#t={seconds}s" : "";
        return new(
            "Vimeo",
            "vimeo",
            $"https://player.vimeo.com/video/{match.Groups["id"].Value}?dnt=1{unlisted}{start}"
        );
    }

    private static Embed? Spotify(Uri uri) =>
        SpotifyPath().Match(uri.AbsolutePath) is { Success: true } match
            ? new(
                "Spotify",
                "spotify",
                $"https://open.spotify.com/embed/{match.Groups["kind"].Value}/{match.Groups["id"].Value}"
                    + (Seconds(Query(uri, "t")) is { } start ? $"?t={start}" : "")
            )
            : null;

    private static Embed? ApplePodcasts(Uri uri)
    {
        var match = ApplePath().Match(uri.AbsolutePath);
        if (!match.Success)
        {
            return null;
        }
        var episode = Query(uri, "i");
        return new(
            "Apple Podcasts",
            "apple-podcasts",
            "https://embed.podcasts.apple.com/"
                // An address without a country is the American one.
                + (match.Groups["country"] is { Success: true } country ? country.Value : "us")
                + match.Groups["podcast"].Value
                + (Digits().IsMatch(episode) ? $"?i={episode}" : "")
        );
    }

    private static Embed? SoundCloud(Uri uri) =>
        SoundCloudPath().IsMatch(uri.AbsolutePath)
            ? SoundCloudFrame("https://soundcloud.com" + uri.AbsolutePath, Query(uri, "secret_token"))
            : null;

    private static Embed? SoundCloudPlayer(Uri uri)
    {
        var track = Query(uri, "url");
        return
            Uri.TryCreate(track, UriKind.Absolute, out var target)
            && target.Scheme == Uri.UriSchemeHttps
            && target.Host is "soundcloud.com" or "api.soundcloud.com"
            ? SoundCloudFrame(
                "https://" + target!.Host + target.AbsolutePath,
                Query(target, "secret_token") is { Length: > 0 } inTrack ? inTrack : Query(uri, "secret_token")
            )
            : null;
    }

    private static Embed SoundCloudFrame(string track, string secret) =>
        new(
            "SoundCloud",
            "soundcloud",
            SoundCloudFrames
                + Uri.EscapeDataString(track + (SecretShape().IsMatch(secret) ? "?secret_token=" + secret : ""))
        );

    private static string Query(Uri uri, string name) => Parameter(uri.Query.TrimStart('?'), name);

    private static string Fragment(Uri uri, string name) => Parameter(uri.Fragment.TrimStart('#'), name);

    private static string Parameter(string parameters, string name)
    {
        foreach (var pair in parameters.Split('&'))
        {
            if (pair.StartsWith(name + "=", StringComparison.Ordinal))
            {
                return Uri.UnescapeDataString(pair[(name.Length + 1)..]);
            }
        }
        return "";
    }

    /// <summary><c>90</c>, <c>90s</c>, <c>1m30s</c>, <c>1h2m3s</c> or <c>1:30</c>; null where it is none of them, or nothing.</summary>
    private static int? Seconds(string time)
    {
        var match = Time().Match(time);
        if (!match.Success || time.Length == 0)
        {
            return null;
        }
        var seconds = Number(match, "h") * 3600 + Number(match, "m") * 60 + Number(match, "s");
        return seconds > 0 ? seconds : null;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } digits
            ? int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex("^[A-Za-z0-9_-]{11}$", Options)]
    private static partial Regex YouTubeIdShape();

    [GeneratedRegex("^[A-Za-z0-9_-]{2,64}$", Options)]
    private static partial Regex YouTubeListShape();

    [GeneratedRegex(
        "^((?<h>[0-9]{1,2})h)?((?<m>[0-9]{1,3})m)?((?<s>[0-9]{1,6})s?)?$|^((?<h>[0-9]{1,2}):)?(?<m>[0-9]{1,2}):(?<s>[0-9]{2})$",
        Options
    )]
    private static partial Regex Time();

    [GeneratedRegex("^s-[A-Za-z0-9]{3,20}$", Options)]
    private static partial Regex SecretShape();

    [GeneratedRegex(
        "^(/video|/(showcase|album)/[0-9]{1,12}/video|/channels/[a-z0-9]+|/groups/[a-z0-9]+/videos)?/(?<id>[0-9]{4,12})(/(?<hash>[a-f0-9]{6,20}))?/?$",
        Options
    )]
    private static partial Regex VimeoPath();

    [GeneratedRegex("^[a-f0-9]{6,20}$", Options)]
    private static partial Regex HashShape();

    [GeneratedRegex(
        "^(/intl-[a-z-]{2,10})?(/embed|/embed-podcast|/user/[A-Za-z0-9._-]{1,60})?/(?<kind>episode|show|track|album|playlist|artist)/(?<id>[A-Za-z0-9]{10,40})(/video)?/?$",
        Options
    )]
    private static partial Regex SpotifyPath();

    [GeneratedRegex("^(/(?<country>[a-z]{2}))?(?<podcast>/podcast(/[A-Za-z0-9%_.~-]+)?/id[0-9]{4,14})/?$", Options)]
    private static partial Regex ApplePath();

    [GeneratedRegex("^[0-9]{4,16}$", Options)]
    private static partial Regex Digits();

    [GeneratedRegex("^(/[A-Za-z0-9_-]+){2,3}/?$", Options)]
    private static partial Regex SoundCloudPath();
}
