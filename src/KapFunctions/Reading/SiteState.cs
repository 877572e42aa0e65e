using KapFunctions.Query.Replicas;

namespace KapFunctions.Reading;

/// <summary>All that answers depend on besides what was asked: with it and the question, the bytes are settled.</summary>
/// <param name="ReadState">The state of the index, and how many boundaries of time lie behind.</param>
/// <param name="SearchRuns">How often the search has caught up; it does so some time after the index.</param>
public readonly record struct SiteState(ReadState ReadState, int SearchRuns);
