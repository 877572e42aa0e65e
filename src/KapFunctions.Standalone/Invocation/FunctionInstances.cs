using System.Collections.Concurrent;

namespace KapFunctions.Standalone.Invocation;

/// <summary>One instance of each class: functions keep no state.</summary>
internal sealed class FunctionInstances(IServiceProvider services)
{
    private readonly ConcurrentDictionary<Type, object> instances = new();

    public object Of(FunctionMethod function) =>
        instances.GetOrAdd(
            function.Method.DeclaringType!,
            static (type, services) => ActivatorUtilities.CreateInstance(services, type),
            services
        );
}
