namespace KapFunctions.Cli.Terminal;

/// <summary>What a command tells the shell.</summary>
internal static class ExitCodes
{
    /// <summary>All is well.</summary>
    public const int Well = 0;

    /// <summary>The command did its work and found something to mend, or could not do all of it.</summary>
    public const int Mend = 1;

    /// <summary>The command was called wrongly, and did nothing.</summary>
    public const int Usage = 2;
}
