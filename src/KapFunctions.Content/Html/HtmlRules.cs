using System.Collections.Frozen;

namespace KapFunctions.Content.Html;

/// <summary>What HTML may hold: only what marks up a text and cannot do anything.</summary>
internal static class HtmlRules
{
    public static readonly FrozenSet<string> Elements = Words(
        "a abbr acronym address article aside audio b bdi bdo big blockquote br caption cite code col colgroup data dd del details dfn div dl dt "
            + "em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i iframe img input ins kbd li main mark meter nav ol p picture pre progress q rp rt "
            + "ruby s samp section small source span strike strong sub summary sup table tbody td tfoot th thead time tr track tt u ul var video wbr"
    );

    /// <summary>They go with everything in them: what they hold is no text for readers.</summary>
    public static readonly FrozenSet<string> Dropped = Words(
        "applet base canvas embed frame frameset head link math meta noembed noframes noscript object param plaintext script select style svg "
            + "template textarea title xmp"
    );

    /// <summary>On whatever element. Addresses, ids and classes are looked at besides.</summary>
    public static readonly FrozenSet<string> Attributes = Words(
        "abbr align alt aria-hidden aria-label aria-describedby aria-labelledby checked cite class colspan controls datetime default dir disabled "
            + "headers height href hreflang id kind label lang loading loop low high max media min muted open optimum poster preload rel reversed role rowspan scope sizes "
            + "span src srclang srcset start tabindex title type value width"
    );

    public static readonly FrozenSet<string> Addresses = Words("href src cite poster");

    /// <summary>What only an embed has: its frame, or the card that stands for it.</summary>
    public static readonly FrozenSet<string> EmbedAttributes = Words("allow data-frame referrerpolicy sandbox");

    public static readonly FrozenSet<string> Schemes = Words("http https mailto tel sms kap");

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
