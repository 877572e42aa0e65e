using KapFunctions.Content.Problems;
using YamlDotNet.Core;

namespace KapFunctions.Content.FrontMatter;

internal static class FrontMatterReader
{
    /// <summary>Null with a problem where the fields cannot be read.</summary>
    public static (MapValue Fields, FrontMatterBlock Block)? Read(string text, ProblemLog problems)
    {
        if (FrontMatterSplitter.Split(text, problems) is not { } block)
        {
            return null;
        }
        var fields = block.Format switch
        {
            FrontMatterFormat.Yaml => Yaml(
                YamlQuotes.Indent(block.Text),
                block.Line,
                "YAML",
                ProblemCatalog.FrontMatterSyntax,
                problems
            ),
            FrontMatterFormat.Toml => TomlFields.Read(block.Text, block.Line, problems),
            FrontMatterFormat.Json => JsonFields.Read(block.Text, block.Line, problems),
            _ => MapValue.Empty,
        };
        if (fields is null && problems.HasError)
        {
            return null;
        }
        if (fields is { Fields.Count: > 0 } || block.Format == FrontMatterFormat.None)
        {
            return (fields ?? MapValue.Empty, block);
        }
        return WithoutKeys(text, block, isMap: fields is not null, problems);
    }

    private static (MapValue Fields, FrontMatterBlock Block)? WithoutKeys(
        string text,
        FrontMatterBlock block,
        bool isMap,
        ProblemLog problems
    )
    {
        if (MisplacedHead.LineIn(isMap ? block.Body : text) is { } line)
        {
            problems.Add(ProblemCatalog.HeadMisplaced, new((isMap ? block.BodyLine - 1 : 0) + line, 1));
            return null;
        }
        if (isMap)
        {
            return (MapValue.Empty, block);
        }
        problems.Add(ProblemCatalog.FrontMatterNoKeys, new(block.Line, 1), "---");
        return (MapValue.Empty, FrontMatterBlock.None(text));
    }

    /// <summary>Mends where that is possible; null where it is no mapping, or broken with a problem.</summary>
    public static MapValue? Yaml(string yaml, int firstLine, string format, ProblemKind broken, ProblemLog problems)
    {
        yaml = YamlItems.Even(YamlSwallowed.Mend(yaml, firstLine, problems), firstLine, problems);
        try
        {
            // Without its blanks, "title:Hello" is a text and no entry.
            return YamlFields.Read(yaml, firstLine, problems) ?? YamlRepair.Entries(yaml, firstLine, problems);
        }
        catch (YamlException wrong)
        {
            return YamlRepair.Mend(yaml, firstLine, problems) is { } mended
                ? Mended(mended, firstLine, format, broken, problems)
                : Broken(wrong, yaml, firstLine, format, broken, problems);
        }
    }

    private static MapValue? Mended(
        MendedYaml mended,
        int firstLine,
        string format,
        ProblemKind broken,
        ProblemLog problems
    )
    {
        try
        {
            var unreadable = mended.Unreadable.Select(entry => new Field(
                entry.Key,
                entry.At,
                new BrokenValue(entry.At, broken, format, entry.Reason)
            ));
            return YamlFields.Read(mended.Text, firstLine, problems) is { } map
                ? new MapValue(map.At, [.. map.Fields, .. unreadable])
                : null;
        }
        catch (YamlException wrong)
        {
            return Broken(wrong, mended.Text, firstLine, format, broken, problems);
        }
    }

    private static MapValue? Broken(
        YamlException wrong,
        string yaml,
        int firstLine,
        string format,
        ProblemKind broken,
        ProblemLog problems
    )
    {
        // What is never closed is noticed behind the last line, where there is nothing to mend.
        var line = Math.Min((int)wrong.Start.Line, yaml.TrimEnd().Split('\n').Length);
        problems.Add(
            broken,
            new(line + firstLine - 1, (int)Math.Max(1, wrong.Start.Column)),
            format,
            PlainReason.Of(wrong.Message)
        );
        return null;
    }
}
