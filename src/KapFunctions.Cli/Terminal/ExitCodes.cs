namespace KapFunctions.Cli.Terminal;

internal static class ExitCodes
{
    public const int Well = 0;

    /// <summary>The command found something to mend, or could not do all of its work.</summary>
    public const int Mend = 1;

    /// <summary>The command was called wrongly, and did nothing.</summary>
    public const int Usage = 2;
}
