using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Metadata;

internal sealed partial class HideSwitches
{
    /// <summary>A switch that slipped below another key. <c>hidden</c> is at home there (a cover, a menu), the others are not.</summary>
    private void LookBelow(FieldValue value, bool isUnderNoKey, bool isInList)
    {
        foreach (var item in value is ListValue list ? list.Items : [])
        {
            LookBelow(item, isUnderNoKey: false, isInList: true);
        }
        foreach (var field in value is MapValue map ? map.Fields : [])
        {
            var name = Spelling.Fold(field.Key);
            var isSwitch =
                name is "draft"
                || (!isInList && name is "private" or "published" or "publish")
                || (isUnderNoKey && name is "hidden");
            if (
                isSwitch
                && HideWords.SwitchOf(name) is { } meant
                && TextOf(field.Value) is { } text
                && SwitchWord.Read(text).Meant == meant.HidesOn
            )
            {
                isHidden = true;
                problems.Add(ProblemCatalog.KeptBackLine, field.At, $"{field.Key}: {text}", meant.Hiding);
            }
            else if (
                isInList
                && HeadLine.EndingOf(name) is { } ending
                && ending != name
                && TextOf(field.Value) is { } glued
                && HeadLine.IsTakenFrom(ending, glued)
            )
            {
                isHidden = true;
                problems.Add(ProblemCatalog.KeptBackLine, field.At, $"{field.Key}: {glued}", $"{ending}: {glued}");
            }
            LookBelow(field.Value, isUnderNoKey: false, isInList);
        }
    }

    /// <summary>A line of its own that an open quote, a bracket or a forgotten colon took into another value. JSON knows no lines.</summary>
    private void LookForSwallowed()
    {
        if (block.Format is FrontMatterFormat.None or FrontMatterFormat.Json)
        {
            return;
        }
        var keyed = new HashSet<int>();
        Collect(head, keyed);
        foreach (var (i, line) in block.Text.Split('\n').Index())
        {
            var at = new Position(block.Line + i, 1);
            var swallowed =
                keyed.Contains(at.Line) ? HeadLine.GluedOn(line)
                : HeadLine.Read(line) is { Hides: true } ? line.Trim()
                : null;
            if (swallowed is not null)
            {
                isHidden = true;
                problems.Add(ProblemCatalog.KeptBackLine, at, swallowed, "draft: true");
            }
        }
    }

    private static void Collect(FieldValue value, HashSet<int> lines)
    {
        foreach (var item in value is ListValue list ? list.Items : [])
        {
            Collect(item, lines);
        }
        foreach (var field in value is MapValue map ? map.Fields : [])
        {
            lines.Add(field.At.Line);
            Collect(field.Value, lines);
        }
    }

    private void LookForProperties()
    {
        foreach (var (line, text) in BodyProperties.Of(block.Body))
        {
            if (HeadLine.Read(text) is { IsKeyed: true, Hides: true })
            {
                isHidden = true;
                problems.Add(ProblemCatalog.KeptBackText, new(block.BodyLine + line, 1), text.Trim());
            }
        }
    }
}
