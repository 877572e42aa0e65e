namespace KapFunctions.Storage.Keys;

/// <summary>What somebody may do; each may do what those before may. Kept by name.</summary>
public enum Role
{
    /// <summary>Next versions, drafts, new media.</summary>
    Author,

    /// <summary>What readers see: publish, change, delete.</summary>
    Editor,

    /// <summary>The site itself: settings, theme, rebuild, keys.</summary>
    Owner,
}
