namespace KapFunctions.Importing.Shared;

/// <summary>Nothing could be begun. The message says what to change.</summary>
internal sealed class ImportException(string message) : Exception(message);
