namespace KapFunctions.Content.Links;

/// <summary>What an address in a text turned out to be.</summary>
internal enum LinkKind
{
    /// <summary>A web address on some host.</summary>
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

/// <summary>An address, ready to be written into an attribute once it is escaped.</summary>
internal readonly record struct ContentLink(LinkKind Kind, string Url)
{
    public bool IsUsable => Kind is not (LinkKind.Unsafe or LinkKind.Outside or LinkKind.Template);
}
