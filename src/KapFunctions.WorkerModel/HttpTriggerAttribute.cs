namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function for HTTP requests of the listed methods.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : Attribute
{
    /// <summary>Which key a request must bring.</summary>
    public AuthorizationLevel AuthLevel { get; } = authLevel;

    /// <summary>The methods served, in any case of letters; every other one is a 404.</summary>
    public string[]? Methods { get; } = methods;

    /// <summary>The route template, without a leading slash; the function's name where null.</summary>
    public string? Route { get; set; }
}
