using KapFunctions.Content.Problems;

namespace KapFunctions.Content.FrontMatter;

/// <summary>
/// Whether the author may have meant to hide the file. In doubt it is kept back, and the problem says why: a switch with an
/// unclear value, a key that is one slip from a switch, a switch that another value swallowed.
/// </summary>
internal sealed class HideSwitches(
    MapValue head,
    FrontMatterBlock block,
    Fields fields,
    UsedSettings settings,
    ProblemLog problems
)
{
    private bool isHidden;
    private bool isShownClearly;

    /// <summary>Asked when all that the model knows has been read, since only then it is clear which keys mean nothing.</summary>
    public bool Hide(FileNames names)
    {
        fields.Find("draft", "published", "publish", "private", "hidden", "status", "visibility", "permalink");
        foreach (var field in head.Fields)
        {
            Look(field);
            LookBelow(field.Value, isUnderNoKey: Spelling.Fold(field.Key) is "extra" or "params", isInList: false);
        }
        LookForSwallowed();
        LookForProperties();
        if (names.HidingPlace is { } place && !isShownClearly)
        {
            problems.Add(ProblemCatalog.KeptBackPlace, Position.Start, place);
            isHidden = true;
        }
        return isHidden;
    }

    private void Look(Field field)
    {
        var name = Spelling.Fold(field.Key);
        switch (name)
        {
            case "draft" or "published" or "publish" or "private" or "hidden":
                ReadSwitch(field, HideWords.SwitchOf(name)!);
                break;
            case "status":
                ReadStatus(field);
                break;
            case "visibility":
                ReadVisibility(field);
                break;
            case "permalink":
                isHidden |= TextOf(field.Value) is { } text && SwitchWord.Read(text).IsOn == false;
                break;
            default:
                if (fields.IsUnread(name))
                {
                    ReadUnknown(field, name);
                }
                break;
        }
    }

    private void ReadSwitch(Field field, HideSwitch meant)
    {
        if (field.Value is BrokenValue)
        {
            // It is told already why nobody can read it.
            isHidden = true;
            return;
        }
        var text = TextOf(field.Value);
        var word = SwitchWord.Read(text ?? "");
        if (text is not null && word.IsOn is null && !meant.HidesOn && DateText.LooksLikeOne(text))
        {
            // "published: 2024-03-01" is a date, and is read or told of as one.
            return;
        }
        if (word is { IsOn: { } on, IsPlain: true })
        {
            isHidden |= on == meant.HidesOn;
            if (on == meant.HidesOn && IsTakenBack(field, meant))
            {
                problems.Add(ProblemCatalog.KeptBackTwice, field.At, field.Key, meant.Hiding, meant.Showing);
            }
            isShownClearly |= on != meant.HidesOn && meant.Key == "draft";
        }
        else if (word.IsOn == !meant.HidesOn)
        {
            problems.Add(ProblemCatalog.SwitchSigns, field.At, field.Key, text, meant.Showing);
        }
        else
        {
            isHidden = true;
            KeepBack(field, meant, text, word.Meant);
        }
    }

    /// <summary>Whether a later line of the same key says the opposite.</summary>
    private bool IsTakenBack(Field field, HideSwitch meant) =>
        fields.Find(field.Key) is { } last
        && !ReferenceEquals(last, field)
        && SwitchWord.Read(TextOf(last.Value) ?? "").IsOn == !meant.HidesOn;

    private void KeepBack(Field field, HideSwitch meant, string? text, bool? isOn) =>
        problems.Add(
            ProblemCatalog.KeptBackValue,
            field.At,
            field.Key,
            text is null ? "is no single word"
                : text.Length == 0 ? "has no value"
                : $"says \"{text}\", which is no clear yes or no",
            isOn is { } on
                ? $"probably \"{(on == meant.HidesOn ? meant.Hiding : meant.Showing)}\" was meant"
                : "nobody can tell what was meant",
            meant.Hiding,
            meant.Showing
        );

    private void ReadStatus(Field field)
    {
        foreach (var text in TextsOf(field.Value).Where(text => text.Length > 0))
        {
            var word = Spelling.Fold(text);
            if (HideWords.Hidden.Contains(word))
            {
                isHidden = true;
            }
            else if (!HideWords.Shown.Contains(word))
            {
                ReadUnusualStatus(field, text, word);
            }
        }
    }

    private void ReadUnusualStatus(Field field, string text, string word)
    {
        if ((HideWords.HidingStatus(word) ?? HidingWordIn(text)) is not { } hiding)
        {
            problems.Add(ProblemCatalog.StatusUnknown, field.At, text);
            return;
        }
        isHidden = true;
        problems.Add(ProblemCatalog.KeptBackStatus, field.At, field.Key, text, hiding);
    }

    private static string? HidingWordIn(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(Spelling.Fold)
            .Select(word => HideWords.Hidden.FirstOrDefault(hiding => Begins(word, hiding)))
            .FirstOrDefault(hiding => hiding is not null);

    /// <summary>A long word may be run together with the next line.</summary>
    private static bool Begins(string word, string hiding) =>
        word == hiding || (hiding.Length >= 5 && word.StartsWith(hiding, StringComparison.Ordinal));

    private void ReadVisibility(Field field)
    {
        var text = TextOf(field.Value);
        var word = Spelling.Fold(text ?? "");
        if (HideWords.Everybody.Contains(word))
        {
            return;
        }
        isHidden = true;
        if (HideWords.Hidden.Contains(word))
        {
            problems.Add(ProblemCatalog.NotPublic, field.At, text);
        }
        else
        {
            problems.Add(
                ProblemCatalog.KeptBackStatus,
                field.At,
                field.Key,
                text ?? "",
                HideWords.Near(word, HideWords.Everybody) ?? HideWords.Near(word, HideWords.Hidden) ?? "private"
            );
        }
    }

    private void ReadUnknown(Field field, string name)
    {
        if (TextOf(field.Value) is not { Length: > 0 } text || MeantBy(name, text) is not { } meant || IsAllowed(name))
        {
            return;
        }
        isHidden = true;
        problems.Add(ProblemCatalog.KeptBackKey, field.At, field.Key, text, meant);
    }

    /// <summary>What a key that means nothing was to be, where that hides with this value.</summary>
    private static string? MeantBy(string name, string text)
    {
        var word = Spelling.Fold(text);
        return HideWords.SwitchOf(name) is { } found
            ? SwitchWord.Read(text).Meant == found.HidesOn
                ? found.Hiding
                : null
            : HideWords.IsStatus(name)
                ? HideWords.HidingStatus(word) is { } status
                    ? $"status: {status}"
                    : null
                : HideWords.IsVisibility(name) && !HideWords.Everybody.Contains(word)
                    ? "visibility: private"
                    : null;
    }

    private bool IsAllowed(string name) => settings.DeliveredFrontmatter.Any(allowed => Spelling.Fold(allowed) == name);

    /// <summary>
    /// A switch that slipped below another key. <c>hidden</c> is at home there (a cover, a menu), the others are not.
    /// </summary>
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

    /// <summary>
    /// A line of its own that says so and yet became no key: an open quotation mark, a bracket or a forgotten colon took it
    /// into another value. JSON knows no lines.
    /// </summary>
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

    /// <summary>The text of a value; null for a list or map that is more than one text.</summary>
    private static string? TextOf(FieldValue value) =>
        value switch
        {
            ScalarValue scalar => scalar.IsNull ? "" : scalar.Text.Trim(),
            _ => null,
        };

    private static IEnumerable<string> TextsOf(FieldValue value) =>
        value is ListValue list ? list.Items.Select(TextOf).OfType<string>() : [TextOf(value) ?? ""];
}
