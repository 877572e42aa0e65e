namespace KapFunctions.Cli.Terminal;

/// <summary>The message says what to change.</summary>
internal sealed class UsageException(string message) : Exception(message);
