namespace KapFunctions.Proof.Tests.Support;

/// <summary>Tests of what a process does that has the machine to itself: they run after all others, one by one.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
