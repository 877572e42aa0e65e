using KapFunctions.Content.Problems;
using KapFunctions.Content.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KapFunctions.Content.FrontMatter;

/// <summary>Reads events, so that an author never names a type. An alias stays empty, which makes alias bombs and cycles
/// impossible.</summary>
internal sealed class YamlFields(string yaml, int firstLine, ProblemLog problems)
{
    private const int MaxDepth = 16;

    private readonly HashSet<string> anchors = [];
    private readonly Parser parser = new(new Scanner(new StringReader(yaml), skipComments: true));

    /// <summary>Null where the text is YAML but no mapping.</summary>
    /// <exception cref="YamlException">The text is not YAML, or nested too deeply.</exception>
    public static MapValue? Read(string yaml, int firstLine, ProblemLog problems)
    {
        try
        {
            return new YamlFields(yaml, firstLine, problems).Read();
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException)
        {
            // What YamlDotNet throws on some flow collections that are never closed, as in ": [a".
            throw new YamlException("It cannot be understood.", wrong);
        }
    }

    private MapValue? Read()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            return MapValue.Empty;
        }
        return Value(0) switch
        {
            MapValue map => map,
            ScalarValue { IsNull: true } => MapValue.Empty,
            _ => null,
        };
    }

    private FieldValue Value(int depth)
    {
        var next = parser.Current ?? throw new YamlException("It ends too early.");
        if (depth > MaxDepth)
        {
            throw new YamlException(next.Start, next.End, "It is nested too deeply.");
        }
        var at = At(next.Start);
        if (next is NodeEvent { Anchor: { IsEmpty: false } anchor })
        {
            anchors.Add(anchor.Value);
        }
        return next switch
        {
            MappingStart => Map(at, depth),
            SequenceStart => List(at, depth),
            AnchorAlias => Alias(at),
            YamlDotNet.Core.Events.Scalar => Text(at),
            _ => throw new YamlException(next.Start, next.End, "A value is missing here."),
        };
    }

    private ScalarValue Text(Position at)
    {
        var scalar = parser.Consume<YamlDotNet.Core.Events.Scalar>();
        return new(at, WellFormed.Text(scalar.Value), scalar.Style is not ScalarStyle.Plain);
    }

    private ScalarValue Alias(Position at)
    {
        var alias = parser.Consume<AnchorAlias>();
        if (!anchors.Contains(alias.Value.Value))
        {
            // Nothing has that name, so it is a text in asterisks.
            return new(at, "*" + WellFormed.Text(alias.Value.Value), Quoted: true);
        }
        problems.Add(ProblemCatalog.FrontMatterReference, at, alias.Value.Value);
        return new(at, "", Quoted: false);
    }

    private ListValue List(Position at, int depth)
    {
        parser.Consume<SequenceStart>();
        var items = new List<FieldValue>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Value(depth + 1));
        }
        return new(at, items);
    }

    private MapValue Map(Position at, int depth)
    {
        parser.Consume<MappingStart>();
        var fields = new List<Field>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Value(depth + 1);
            var value = Value(depth + 1);
            // A list or map as a key, as in "{{ template }}: x", names nothing.
            if (key is ScalarValue name)
            {
                fields.Add(new(name.Text, key.At, value));
            }
        }
        return new(at, fields);
    }

    private Position At(Mark mark) => new((int)mark.Line + firstLine - 1, (int)mark.Column);
}
