using System.Collections.Frozen;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Sources;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Metadata;

/// <summary>Keys that are the site's own, told apart from those that mean something in every head.</summary>
internal static class OwnKeys
{
    private static readonly Lazy<FrozenSet<string>> BuiltIn = new(AskedOfEveryHead);

    /// <summary>Whether every head may have it.</summary>
    public static bool IsBuiltIn(string key) => BuiltIn.Value.Contains(Fields.Normalize(key));

    /// <summary>Whether a key, unless it is the site's own, is taken for a slip of one that means something.</summary>
    public static bool IsDoubtful(string key)
    {
        var name = Fields.Normalize(key);
        return NearKeys.MeantBy(name) is not null
            || MetadataReader.MeantBy(name) is not null
            || HideWords.SwitchOf(name) is not null
            || HideWords.IsStatus(name)
            || HideWords.IsVisibility(name)
            || ForeignSwitches.Has(name);
    }

    /// <summary>The fields that mean nothing to who asked until now, by their folded name; of those that are there twice, the last.</summary>
    public static IEnumerable<Field> In(Fields fields)
    {
        // Zola keeps what it does not know below "extra".
        var extra = fields.Find("extra")?.Value as MapValue ?? MapValue.Empty;
        return extra
            .Fields.Concat(fields.Unread)
            .Where(field => field.Value is not BrokenValue)
            .GroupBy(field => Fields.Normalize(field.Key))
            .Select(same => same.Last());
    }

    /// <summary>What is asked of a head that says nothing: every key in every spelling.</summary>
    private static FrozenSet<string> AskedOfEveryHead()
    {
        var problems = new ProblemLog("");
        var fields = new Fields(MapValue.Empty, problems);
        var settings = new UsedSettings(new RenderSettings());
        var names = FileNames.Of("posts/a.md", settings);
        _ = new MetadataReader(fields, names, new SourceFile("posts/a.md", default), settings, problems).Read();
        _ = new HideSwitches(MapValue.Empty, FrontMatterBlock.None(""), fields, settings, problems).Hide(names);
        return fields.Asked.ToFrozenSet(StringComparer.Ordinal);
    }
}
