namespace KapFunctions.Testing.Faults;

/// <summary>What the proxy does to one storage call.</summary>
public enum Fault
{
    /// <summary>Forwards the call and its answer unchanged.</summary>
    None,

    /// <summary>Answers 503 and forwards nothing.</summary>
    Unavailable,

    /// <summary>Answers 500 and forwards nothing.</summary>
    ServerError,

    /// <summary>Answers 403, as to an identity without the right, and forwards nothing.</summary>
    Forbidden,

    /// <summary>Forwards the call after <see cref="FaultPlan.Delay"/>.</summary>
    Delay,

    /// <summary>Never answers; ends when the caller gives up.</summary>
    Hang,

    /// <summary>Cuts the connection and forwards nothing.</summary>
    Reset,

    /// <summary>Forwards the call, sends half of the answer's body and cuts the connection.</summary>
    PartialBody,

    /// <summary>Forwards the call, so that a write is done, and cuts the connection instead of answering.</summary>
    DropReply,
}
