using System.Collections.Frozen;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Links;

/// <summary>One rule for ids and for the fragments that lead to them. An element's id becomes a property of the browser's window
/// object, so names that scripts rely on are not given away.</summary>
internal static class Anchor
{
    private const string Prefix = "s-";

    /// <summary>Lower-case names of the window, the document and forms, and ids that a page has for itself.</summary>
    private static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
        (
            "action alert all anchors app applets article aside attributes blur body bottom caches children clear close closed cookie "
            + "confirm console constructor content crypto dir doctype document domain elements embeds enctype event external fetch "
            + "find focus fonts footer form forms frames getselection hasfocus head header hidden history host images implementation "
            + "indexeddb innerhtml length links localstorage location locationbar main menu menubar method moveby name nav "
            + "navigation navigator nonce normalize open opener origin page parent performance personalbar plugins postmessage "
            + "print prompt prototype recent-posts referrer related-posts reset root scheduler screen scripts scroll scrollbars search self sessionstorage "
            + "sidebar sources-of-the-post status statusbar stop style submit tags target template timeline title toolbar top tostring valueof "
            + "visualviewport window write writeln"
        ).Split(' ')
    );

    /// <summary>Empty where nothing of the text can stay.</summary>
    public static string Of(string text)
    {
        var id = Slug.Hyphenated(text);
        return Reserved.Contains(id) ? Prefix + id : id;
    }
}
