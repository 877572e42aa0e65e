using KapFunctions.Content.Settings;

namespace KapFunctions.Content.OwnFields;

/// <summary>What a head says, read as the type that the site declared.</summary>
public abstract record OwnValue
{
    private OwnValue() { }

    /// <summary>A text, or one of the choices as the site spells it.</summary>
    public sealed record Text(string Value) : OwnValue;

    /// <summary>Finite.</summary>
    public sealed record Number(double Value) : OwnValue;

    /// <summary>Yes or no.</summary>
    public sealed record YesNo(bool Value) : OwnValue;

    /// <summary>A day is its midnight in UTC, whatever the site's time zone; a moment without a zone is meant in that.</summary>
    public sealed record Moment(DateTimeOffset At, bool IsDay) : OwnValue;

    /// <summary>The placeholder of another post or page; whether readers see one there, only the read model knows.</summary>
    public sealed record Post(string Placeholder) : OwnValue;
}

/// <summary>A field with its values: one, unless it is a list.</summary>
public sealed record OwnFieldValues(OwnField Field, IReadOnlyList<OwnValue> Values);
