namespace KapFunctions.Testing.Faults;

/// <summary>One call as the proxy saw it: its number from 1, its method, and its path with query, still escaped.</summary>
public sealed record StorageCall(int Number, string Method, string Target);
