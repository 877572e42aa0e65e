using System.Globalization;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Text;
using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace KapFunctions.Content.FrontMatter;

/// <summary>Reads the syntax tree, which knows the lines.</summary>
internal sealed class TomlFields(int firstLine)
{
    private const int MaxDepth = 16;

    /// <summary>Null with a problem where the text is not TOML.</summary>
    public static MapValue? Read(string toml, int firstLine, ProblemLog problems)
    {
        try
        {
            return ReadShallow(toml, firstLine, problems);
        }
        catch (Exception deep) when (deep is TomlException or TooComplexException)
        {
            // Tomlyn says so of brackets by an exception, where every other mistake is a diagnostic.
            problems.Add(ProblemCatalog.FrontMatterSyntax, new(firstLine, 1), "TOML", "it is nested too deeply.");
            return null;
        }
    }

    /// <summary>Tomlyn's reader fails on a backslash that is the very last character, so a line's end follows.</summary>
    internal static DocumentSyntax Parse(string toml) => SyntaxParser.Parse(toml + "\n");

    private static MapValue? ReadShallow(string toml, int firstLine, ProblemLog problems)
    {
        var document = Parse(toml);
        if (document.HasErrors && TomlRepair.Mend(toml, firstLine, problems) is { } mended)
        {
            document = Parse(mended);
        }
        var fields = new TomlFields(firstLine);
        if (!document.HasErrors)
        {
            return fields.Document(document);
        }
        var first = document.Diagnostics.First(d => d.Kind == DiagnosticMessageKind.Error);
        problems.Add(
            ProblemCatalog.FrontMatterSyntax,
            fields.At(first.Span.Start),
            "TOML",
            PlainReason.Of(first.Message)
        );
        return null;
    }

    private MapValue Document(DocumentSyntax document)
    {
        var root = new Table(Position.Start);
        Fill(root, document.KeyValues);
        foreach (var table in document.Tables)
        {
            var parent = table.Name is { } name
                ? root.Under(Names(name), At(table.Span.Start), table is TableArraySyntax)
                : root;
            Fill(parent, table.Items);
        }
        return root.ToMap();
    }

    private void Fill(Table table, IEnumerable<KeyValueSyntax> pairs)
    {
        foreach (var pair in pairs)
        {
            if (pair is { Key: { } key, Value: { } value } && Names(key) is [.. var path, var last])
            {
                var at = At(pair.Span.Start);
                table.Under(path, at, asArray: false).Set(last, at, Value(value));
            }
        }
    }

    private FieldValue Value(ValueSyntax value)
    {
        var at = At(value.Span.Start);
        return value switch
        {
            StringValueSyntax text => new ScalarValue(at, WellFormed.Text(text.Value ?? ""), Quoted: true),
            BooleanValueSyntax flag => new ScalarValue(at, flag.Value ? "true" : "false", Quoted: false),
            IntegerValueSyntax number => new ScalarValue(
                at,
                number.Value.ToString(CultureInfo.InvariantCulture),
                Quoted: false
            ),
            DateTimeValueSyntax date => new ScalarValue(at, date.Token?.Text ?? "", Quoted: false),
            ArraySyntax array => new ListValue(
                at,
                [.. array.Items.Select(item => item.Value).OfType<ValueSyntax>().Select(Value)]
            ),
            InlineTableSyntax table => Inline(table, at),
            _ => new ScalarValue(at, value.ToString()?.Trim() ?? "", Quoted: false),
        };
    }

    private MapValue Inline(InlineTableSyntax table, Position at)
    {
        var inner = new Table(at);
        Fill(inner, table.Items.Select(item => item.KeyValue).OfType<KeyValueSyntax>());
        return inner.ToMap();
    }

    /// <summary>The names of a dotted key, few enough that tables within tables can be read by recursion.</summary>
    private static List<string> Names(KeySyntax key) =>
        key.DotKeys.ChildrenCount < MaxDepth
            ? [Name(key.Key), .. key.DotKeys.Select(dotted => Name(dotted.Key))]
            : throw new TooComplexException("a key has too many names", 0);

    private static string Name(BareKeyOrStringValueSyntax? key) =>
        key switch
        {
            BareKeySyntax bare => bare.Key?.Text ?? "",
            StringValueSyntax text => WellFormed.Text(text.Value ?? ""),
            _ => "",
        };

    private Position At(TextPosition position) => new(position.Line + firstLine, position.Column + 1);

    /// <summary>A table that is still being filled: TOML may add to it from several places.</summary>
    private sealed class Table(Position at)
    {
        private readonly List<(string Key, Position At, object Value)> entries = [];

        public void Set(string key, Position where, FieldValue value) => entries.Add((key, where, value));

        public Table Under(List<string> path, Position where, bool asArray)
        {
            var table = this;
            for (var i = 0; i < path.Count; i++)
            {
                table = table.Child(path[i], where, asArray && i == path.Count - 1);
            }
            return table;
        }

        public MapValue ToMap() =>
            new(at, [.. entries.Select(entry => new Field(entry.Key, entry.At, Finished(entry.Value, entry.At)))]);

        private Table Child(string key, Position where, bool asArrayItem)
        {
            var found = entries.FindLast(entry => entry.Key == key).Value;
            switch (found)
            {
                case Table table when !asArrayItem:
                    return table;
                case List<Table> items when !asArrayItem:
                    return items[^1];
                case List<Table> items:
                    items.Add(new(where));
                    return items[^1];
                default:
                    var child = new Table(where);
                    entries.Add((key, where, asArrayItem ? new List<Table> { child } : child));
                    return child;
            }
        }

        private static FieldValue Finished(object value, Position where) =>
            value switch
            {
                Table table => table.ToMap(),
                List<Table> items => new ListValue(where, [.. items.Select(item => item.ToMap())]),
                _ => (FieldValue)value,
            };
    }
}
