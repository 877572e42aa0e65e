using KapFunctions.Content.Dates;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Metadata;

/// <summary>In doubt a file is kept back, and the problem says why: a switch with an unclear value, a key that is one slip from
/// a switch, a switch that another value swallowed.</summary>
internal sealed partial class HideSwitches(
    MapValue head,
    FrontMatterBlock block,
    Fields fields,
    UsedSettings settings,
    ProblemLog problems
)
{
    private bool isHidden;
    private bool isShownClearly;

    /// <summary>Asked last: only then it is clear which keys mean nothing.</summary>
    public bool Hide(FileNames names)
    {
        fields.Find([.. HeadLine.Switches, "permalink", "headless", "render", "build"]);
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
                isHidden |= SaysNo(field.Value);
                break;
            case "headless":
                isHidden |= TextOf(field.Value) is { } text && SwitchWord.Read(text).IsOn == true;
                break;
            // Zola's switch, and Hugo's: https://gohugo.io/content-management/build-options/
            case "render":
                isHidden |= IsNotMade(field.Value);
                break;
            case "build":
                isHidden |= fields.Map("build")?.Find("render") is { Value: var made } && IsNotMade(made);
                break;
            default:
                if (fields.IsUnread(name))
                {
                    ReadUnknown(field, name);
                }
                break;
        }
    }

    private static bool SaysNo(FieldValue value) => TextOf(value) is { } text && SwitchWord.Read(text).IsOn == false;

    private static bool IsNotMade(FieldValue value) =>
        SaysNo(value) || (TextOf(value) is { } text && Spelling.Fold(text) is "never" or "link");

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
            .FirstOrDefault(HideWords.Hidden.Contains)
        ?? RunTogether(text);

    /// <summary>A word whose line's end was lost, so that the next key follows it at once.</summary>
    private static string? RunTogether(string text) =>
        text.AsSpan().IndexOfAny(':', '=') > 0 && Spelling.Fold(text) is var run
            ? HideWords.Hidden.FirstOrDefault(hiding =>
                hiding.Length >= 5 && run.StartsWith(hiding, StringComparison.Ordinal)
            )
            : null;

    private void ReadVisibility(Field field)
    {
        var text = field.Value is ListValue { Items: [var only] } ? TextOf(only) : TextOf(field.Value);
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
        var told = ForeignSwitches.IsPassword(name) ? "…" : text;
        problems.Add(ProblemCatalog.KeptBackKey, field.At, field.Key, told, meant);
    }

    /// <summary>The switch that a key without a meaning was to be, where that hides with this value.</summary>
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
                    : ForeignSwitches.MeantBy(name, text);
    }

    private bool IsAllowed(string name) => settings.IsOwn(key => Spelling.Fold(key) == name);

    private static string? TextOf(FieldValue value) =>
        value switch
        {
            ScalarValue scalar => scalar.IsNull ? "" : scalar.Text.Trim(),
            _ => null,
        };

    private static IEnumerable<string> TextsOf(FieldValue value) =>
        value is ListValue list ? list.Items.Select(TextOf).OfType<string>() : [TextOf(value) ?? ""];
}
