using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Standalone.Tests.Worker;

/// <summary>A call of a function as the worker passes it on: by HTTP, where there is a request.</summary>
internal sealed class WorkerCall : FunctionContext
{
    public WorkerCall(HttpContext? http)
    {
        if (http is not null)
        {
            Items["HttpRequestContext"] = http;
        }
    }

    public override string InvocationId => "invocation";

    public override string FunctionId => "function";

    public override TraceContext TraceContext => throw new NotSupportedException();

    public override BindingContext BindingContext => throw new NotSupportedException();

    public override RetryContext RetryContext => throw new NotSupportedException();

    public override IServiceProvider InstanceServices { get; set; } = null!;

    public override FunctionDefinition FunctionDefinition => Definition.Instance;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new Kept();

    /// <summary>Knows the one feature that the result of a call lives in, which the worker keeps to itself.</summary>
    private sealed class Kept : IInvocationFeatures
    {
        private object? result;

        public T? Get<T>()
        {
            var feature = typeof(T);
            return (T?)(result ??= DispatchProxy.Create(feature, typeof(Result)));
        }

        public void Set<T>(T instance) => throw new NotSupportedException();

        public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => throw new NotSupportedException();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    [SuppressMessage(
        "Performance",
        "CA1852:Seal internal types",
        Justification = "A proxy is made by deriving from it."
    )]
    private class Result : DispatchProxy
    {
        private object? value;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.Name switch
            {
                "get_InvocationResult" => value,
                "set_InvocationResult" => value = args![0],
                var other => throw new NotSupportedException(other),
            };
    }

    private sealed class Definition : FunctionDefinition
    {
        public static readonly Definition Instance = new();

        public override ImmutableArray<FunctionParameter> Parameters => [];

        public override string PathToAssembly => "KapFunctions.dll";

        public override string EntryPoint => "Example.Run";

        public override string Id => "function";

        public override string Name => "Example";

        public override IImmutableDictionary<string, BindingMetadata> InputBindings =>
            throw new NotSupportedException();

        public override IImmutableDictionary<string, BindingMetadata> OutputBindings =>
            throw new NotSupportedException();
    }
}
