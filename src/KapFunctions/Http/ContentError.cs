using KapFunctions.Query.Nql;

namespace KapFunctions.Http;

/// <summary>Why a request of a collection cannot be answered. Each API writes it in its own words.</summary>
internal abstract record ContentError
{
    private ContentError() { }

    /// <summary>A parameter does not have the form that it must have.</summary>
    /// <param name="Parameter">Which.</param>
    /// <param name="Expectation">What it must be, after its name.</param>
    public sealed record Malformed(string Parameter, string Expectation) : ContentError;

    /// <summary>The filter cannot be read.</summary>
    public sealed record Filter(NqlError Error) : ContentError;
}
