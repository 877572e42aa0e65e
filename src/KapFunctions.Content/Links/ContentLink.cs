namespace KapFunctions.Content.Links;

internal enum LinkKind
{
    External,

    /// <summary>mailto: and tel:.</summary>
    Contact,

    /// <summary>A path or fragment that the site itself answers.</summary>
    Site,

    /// <summary>A file of the content container: a placeholder.</summary>
    Content,

    /// <summary>A scheme that could run something.</summary>
    Unsafe,

    /// <summary>A path that leads out of the content container.</summary>
    Outside,

    /// <summary>An address that only another generator's templates could finish.</summary>
    Template,
}

/// <summary>Still to be escaped for an attribute.</summary>
internal readonly record struct ContentLink(LinkKind Kind, string Url)
{
    public bool IsUsable => Kind is not (LinkKind.Unsafe or LinkKind.Outside or LinkKind.Template);

    /// <summary>Whether a picture can be there. Feeds want an absolute address: part of a page is none, nor is what no browser
    /// could ask for.</summary>
    public bool IsPlace =>
        Kind switch
        {
            LinkKind.Content => true,
            LinkKind.External => Uri.TryCreate(Url, UriKind.Absolute, out _),
            LinkKind.Site => Url.StartsWith('/') && Uri.TryCreate(Url, UriKind.Relative, out _),
            _ => false,
        };
}
