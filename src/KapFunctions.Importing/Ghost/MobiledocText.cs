using System.Text;
using System.Text.Json;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Ghost;

/// <summary>Ghost's editor from version 1 to 4: sections point into lists of markups, atoms and cards.
/// https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md</summary>
internal static class MobiledocText
{
    private static readonly HashSet<string> Markups = ["a", "b", "code", "em", "i", "s", "strong", "sub", "sup", "u"];

    /// <param name="text">Takes what it holds.</param>
    /// <param name="json">The document.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static void AddTo(GhostText text, string json)
    {
        using var parsed = JsonDocument.Parse(json);
        var document = parsed.RootElement;
        var cards = document.Inner("cards");
        if (document.Inner("sections").ValueKind != JsonValueKind.Array)
        {
            // The oldest documents hold one card, and no section that points to it.
            foreach (var card in cards.Items())
            {
                GhostCards.Add(text, TextOf(At(card, 0)) ?? "", At(card, 1));
            }
            return;
        }
        // An editor names each card once. Named again and again, a small file would become a very large text.
        var named = new HashSet<int>();
        foreach (var section in document.Inner("sections").Items())
        {
            if (Number(section, 0) != 10)
            {
                text.Add(Section(section, document));
            }
            else if (At(cards, Number(section, 1)) is { ValueKind: JsonValueKind.Array } card)
            {
                if (named.Add(Number(section, 1)))
                {
                    GhostCards.Add(text, TextOf(At(card, 0)) ?? "", At(card, 1));
                }
                else
                {
                    text.Add(
                        $"<p>{text.Losses.Mark($"the card {TextOf(At(card, 0))}", "is named again here and was left out")}</p>"
                    );
                }
            }
        }
    }

    private static string Section(JsonElement section, JsonElement document) =>
        Number(section, 0) switch
        {
            1 => Element(At(section, 1), At(section, 2), document),
            2 => $"<p><img src=\"{GhostCards.Encoded(TextOf(At(section, 1)))}\" alt=\"\"></p>",
            3 => List(section, document),
            _ => "",
        };

    private static string Element(JsonElement tag, JsonElement markers, JsonElement document)
    {
        var inner = Markers(markers, document);
        return TextOf(tag)?.ToLowerInvariant() switch
        {
            "blockquote" or "aside" or "pull-quote" => $"<blockquote><p>{inner}</p></blockquote>",
            ['h', >= '1' and <= '6'] heading => $"<{heading}>{inner}</{heading}>",
            _ => $"<p>{inner}</p>",
        };
    }

    private static string List(JsonElement section, JsonElement document)
    {
        var tag = TextOf(At(section, 1)) == "ol" ? "ol" : "ul";
        var items = At(section, 2).Items().Select(item => $"<li>{Markers(item, document)}</li>");
        return $"<{tag}>{string.Concat(items)}</{tag}>";
    }

    /// <summary>Markers open markups by their number in a list, and close as many as they say, the last opened first.</summary>
    private static string Markers(JsonElement markers, JsonElement document)
    {
        var html = new StringBuilder();
        var open = new Stack<string>();
        foreach (var marker in markers.Items())
        {
            foreach (var markup in At(marker, 1).Items())
            {
                open.Push(Open(At(document.Inner("markups"), IndexOf(markup)), html));
            }
            html.Append(Number(marker, 0) == 1 ? Atom(marker, document) : GhostCards.Encoded(TextOf(At(marker, 3))));
            for (var closed = Number(marker, 2); closed > 0 && open.Count > 0; closed--)
            {
                html.Append(open.Pop());
            }
        }
        return html.Append(string.Concat(open)).ToString();
    }

    private static string Open(JsonElement markup, StringBuilder html)
    {
        if (TextOf(At(markup, 0))?.ToLowerInvariant() is not { } tag || !Markups.Contains(tag))
        {
            return "";
        }
        html.Append('<').Append(tag);
        var attributes = At(markup, 1).Items().Select(TextOf).ToList();
        if (tag == "a" && attributes.IndexOf("href") is >= 0 and var at && at + 1 < attributes.Count)
        {
            html.Append(" href=\"").Append(GhostCards.Encoded(attributes[at + 1])).Append('"');
        }
        html.Append('>');
        return $"</{tag}>";
    }

    private static string Atom(JsonElement marker, JsonElement document)
    {
        var atom = At(document.Inner("atoms"), Number(marker, 3));
        return TextOf(At(atom, 0)) == "soft-return" ? "<br>" : GhostCards.Encoded(TextOf(At(atom, 1)));
    }

    private static JsonElement At(JsonElement list, int index) =>
        list.ValueKind == JsonValueKind.Array && index >= 0 && index < list.GetArrayLength() ? list[index] : default;

    private static int Number(JsonElement list, int index) => IndexOf(At(list, index));

    private static int IndexOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : -1;

    private static string? TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? JsonText.Of(value) : null;
}
