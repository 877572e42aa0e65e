namespace KapFunctions.EndToEnd.Clients;

/// <summary>A test that runs clients under Node.js; skipped, and counted so, where they cannot run.</summary>
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = NodeClients.SkipReason;
}
