using KapFunctions.Query.Replicas;

namespace KapFunctions.Reading;

/// <summary>All that answers depend on besides what was asked: with it and the question, the bytes are settled. The
/// search catches up some time after the index, so its runs count too.</summary>
internal readonly record struct SiteState(ReadState ReadState, int SearchRuns);
