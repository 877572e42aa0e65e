using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Azure;

/// <summary>The token of the request, which ends when the reader has gone or has waited for too long, in the place of the worker's.</summary>
internal sealed class HttpFunctionContext(FunctionContext context, HttpContext called) : FunctionContext
{
    public override string InvocationId => context.InvocationId;

    public override string FunctionId => context.FunctionId;

    public override TraceContext TraceContext => context.TraceContext;

    public override BindingContext BindingContext => context.BindingContext;

    public override RetryContext RetryContext => context.RetryContext;

    public override IServiceProvider InstanceServices
    {
        get => context.InstanceServices;
        set => context.InstanceServices = value;
    }

    public override FunctionDefinition FunctionDefinition => context.FunctionDefinition;

    public override IDictionary<object, object> Items
    {
        get => context.Items;
        set => context.Items = value;
    }

    public override IInvocationFeatures Features => context.Features;

    public override CancellationToken CancellationToken => called.RequestAborted;
}
