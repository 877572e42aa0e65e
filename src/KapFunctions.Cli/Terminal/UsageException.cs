namespace KapFunctions.Cli.Terminal;

/// <summary>The command cannot start as it was called; the message says what to change.</summary>
internal sealed class UsageException(string message) : Exception(message);
