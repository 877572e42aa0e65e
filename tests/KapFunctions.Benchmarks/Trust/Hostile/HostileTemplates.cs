using System.Text;

namespace KapFunctions.Benchmarks.Trust.Hostile;

/// <summary>Liquid that runs away, nests, or writes without end, and style sheets beside it.</summary>
internal static class HostileTemplates
{
    private const int Most = 60_000;

    private static readonly string[] Places =
    [
        "theme/layout.liquid",
        "theme/list.liquid",
        "theme/post.liquid",
        "theme/archive.liquid",
        "theme/search.liquid",
        "theme/missing.liquid",
        "theme/parts/card.liquid",
        "theme/parts/pager.liquid",
        "theme/parts/body.liquid",
        "theme/parts/own.liquid",
        "theme/custom.css",
    ];

    private static readonly string[] Values =
    [
        "post.html",
        "posts",
        "content",
        "site.title",
        "post",
        "post.parts",
        "years",
        "'now'",
        "s",
        "l",
        "i",
        "(1..1000)",
        "assets",
        "t",
        "post.title",
        "blank",
        "nil",
        "99999999999999999999",
        "-1",
        "1.5",
        "forloop.index",
        "posts[0].title",
        "site.navigation",
    ];

    private static readonly string[] Filters =
    [
        "append: s",
        "replace: 'a', s",
        "split: ','",
        "split: ''",
        "join: s",
        "concat: l",
        "date: '%999999n'",
        "divided_by: 0",
        "times: 9999999",
        "url_encode",
        "escape",
        "strip_html",
        "truncate: 999999999",
        "slice: -9, 999999",
        "sort",
        "uniq",
        "reverse",
        "map: 'title'",
        "where: 'a', 'b'",
        "upcase",
        "raw",
        "size",
        "default: s",
        "time_zone: 'local'",
        "newline_to_br",
        "sort_natural: 'a'",
        "round: 99",
        "at_most: 'a'",
        "prepend: content",
    ];

    public static (string Path, byte[] Bytes) Make(Dice dice)
    {
        var path = dice.Of(Places);
        var text = new StringBuilder("{% assign s = 'aaaaaaaa' %}{% assign l = 'a,b' | split: ',' %}");
        for (var parts = dice.Size(12); parts > 0 && text.Length < Most; parts--)
        {
            text.Append(Part(dice, depth: 4));
        }

        if (dice.Often(30))
        {
            text.Append("{{ content | raw }}");
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return (path, dice.Often(10) ? dice.Damaged(bytes) : bytes);
    }

    private static string Part(Dice dice, int depth) =>
        dice.Below(depth == 0 ? 5 : 14) switch
        {
            0 => $"{{{{ {Value(dice)} }}}}",
            1 => dice.Times($"{{{{ {Value(dice)} }}}}", Most / 2),
            2 => $"{{% assign {dice.Of(["s", "l", "i"])} = {Value(dice)} %}}",
            3 => dice.Noise(2_000),
            4 => dice.Nested(
                dice.Of([
                    "{% if s %}",
                    "{% for i in l %}",
                    "{{ (",
                    "{{ a[",
                    "{% capture s %}",
                    "{% raw %}",
                    "{%- unless s -%}",
                    "{% liquid ",
                ]),
                "a",
                dice.Of(["{% endif %}", "{% endfor %}", ") }}", "] }}", "{% endcapture %}", "{% endraw %}"]),
                3_000
            ),
            5 =>
                $"{{% render '{dice.Of(["parts/own", "parts/card", "post", "layout", "../site", "parts/body"])}', post: post %}}",
            6 => $"{{% include '{dice.Of(["parts/own", "parts/card", "list"])}' %}}",
            7 => $"{{% capture s %}}{Part(dice, depth - 1)}{{{{ s }}}}{{% endcapture %}}",
            8 => $"{{% case s %}}{dice.Numbered(i => $"{{% when {i} %}}a", 2_000)}{{% endcase %}}",
            9 =>
                $"{{% if {string.Join(" or ", Enumerable.Repeat("s contains s", dice.Size(200)))} %}}{Part(dice, depth - 1)}{{% endif %}}",
            _ =>
                $"{{% for i in {dice.Of(["(1..1000)", "(1..999999999)", "(i..1000)", "posts", "l", "years", "post.parts", "s", "(1..3)"])} %}}{Part(dice, depth - 1)}{{% endfor %}}",
        };

    private static string Value(Dice dice) =>
        string.Join(" | ", Enumerable.Range(0, dice.Size(24)).Select(_ => dice.Of(Filters)).Prepend(dice.Of(Values)));
}
