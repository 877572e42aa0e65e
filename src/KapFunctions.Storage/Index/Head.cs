namespace KapFunctions.Storage.Index;

/// <summary>The index's head: which log this is and how far it goes. Two heads of different epochs have nothing in
/// common.</summary>
/// <param name="Sequence">Number of the last log entry; 0 for an empty log.</param>
/// <param name="Complete">False until a first reconcile has seen every source; a fresh instance waits for it.</param>
/// <param name="Rendering">
/// <see cref="SiteRow.Rendering"/> now in force. A publish that rendered under another is stale: it starts over.
/// </param>
/// <param name="Restoring">
/// True while the history is being read back into a new index; until then nothing else is committed.
/// </param>
public sealed record Head(string Epoch, long Sequence, bool Complete, string Rendering, bool Restoring = false)
{
    internal static Head New(string rendering) =>
        new(Guid.NewGuid().ToString("N"), Sequence: 0, Complete: false, rendering, Restoring: true);
}
