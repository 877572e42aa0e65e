namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a method as a function. The name is unique in the app.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute(string name) : Attribute
{
    /// <summary>The function's name.</summary>
    public string Name { get; } = name;
}
