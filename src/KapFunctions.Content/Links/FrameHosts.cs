namespace KapFunctions.Content.Links;

/// <summary>The hosts that frames in a post may load from, by their exact names: those of <see cref="Embed"/>'s players.</summary>
public static class FrameHosts
{
    /// <summary>The theme's script holds the same list; a test compares the two.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "www.youtube-nocookie.com",
        "player.vimeo.com",
        "open.spotify.com",
        "embed.podcasts.apple.com",
        "w.soundcloud.com",
    ];
}
