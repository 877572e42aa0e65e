using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Standalone.Invocation;

internal sealed record FunctionMethod(string Name, MethodInfo Method, Attribute Trigger, ParameterInfo TriggerParameter)
{
    /// <summary>Sorted by name.</summary>
    /// <exception cref="InvalidOperationException">A marked method has not exactly one trigger.</exception>
    public static IReadOnlyList<FunctionMethod> In(IEnumerable<Type> types) =>
        [
            .. types
                .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance))
                .Where(method => method.IsDefined(typeof(FunctionAttribute)))
                .Select(Read)
                .OrderBy(function => function.Name, StringComparer.Ordinal),
        ];

    /// <summary>By position: reflection makes two objects for one parameter where two threads ask for the first time.</summary>
    public bool IsTrigger(ParameterInfo parameter) => parameter.Position == TriggerParameter.Position;

    private static FunctionMethod Read(MethodInfo method)
    {
        var triggers =
            from parameter in method.GetParameters()
            from attribute in parameter.GetCustomAttributes()
            where
                attribute
                    is HttpTriggerAttribute
                        or BlobTriggerAttribute
                        or QueueTriggerAttribute
                        or TimerTriggerAttribute
            select (attribute, parameter);
        var name = method.GetCustomAttribute<FunctionAttribute>()!.Name;
        return triggers.ToArray() is [var (trigger, on)]
            ? new(name, method, trigger, on)
            : throw new InvalidOperationException(
                $"Function {name} must have exactly one parameter with an HTTP, blob, queue or timer trigger."
            );
    }
}
