namespace KapFunctions.Query;

/// <summary>placeholder</summary>
public sealed class ReadModel;
