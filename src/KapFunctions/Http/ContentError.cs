using KapFunctions.Query.Nql;

namespace KapFunctions.Http;

/// <summary>Why a request of a collection cannot be answered. Each API writes it in its own words.</summary>
internal abstract record ContentError
{
    private ContentError() { }

    /// <summary><c>Expectation</c> follows the parameter's name in a sentence.</summary>
    public sealed record Malformed(string Parameter, string Expectation) : ContentError;

    public sealed record Filter(NqlError Error) : ContentError;
}
