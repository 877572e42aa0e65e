namespace KapFunctions.Standalone.Machine;

/// <summary>The message is for the person at the terminal: what is wrong, and what to do.</summary>
internal sealed class StartupException(string message, Exception? inner = null) : Exception(message, inner);
