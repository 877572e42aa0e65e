namespace KapFunctions.Standalone.Machine;

/// <summary>Starting cannot go on. The message is for the person at the terminal: what is wrong, and what to do.</summary>
public sealed class StartupException(string message, Exception? inner = null) : Exception(message, inner);
