using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

// Signatures as in https://github.com/Azure/azure-functions-dotnet-worker, src/DotNetWorker.Core.
namespace Microsoft.Azure.Functions.Worker
{
    internal interface IFunctionsWorkerApplicationBuilder
    {
        IServiceCollection Services { get; }
    }

    internal abstract class FunctionContext
    {
        public abstract FunctionDefinition FunctionDefinition { get; }

        public abstract IDictionary<object, object> Items { get; set; }
    }

    internal abstract class FunctionDefinition
    {
        public abstract string Name { get; }
    }

    internal static class FunctionContextExtensions
    {
        public static HttpContext? GetHttpContext(this FunctionContext context) =>
            context.Items.TryGetValue("HttpRequestContext", out var http) ? (HttpContext)http : null;
    }
}

namespace Microsoft.Azure.Functions.Worker.Middleware
{
    internal delegate Task FunctionExecutionDelegate(FunctionContext context);

    internal interface IFunctionsWorkerMiddleware
    {
        Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
    }
}

namespace Microsoft.Extensions.Hosting
{
    using Microsoft.Azure.Functions.Worker;

    internal static class MiddlewareWorkerApplicationBuilderExtensions
    {
        public static IFunctionsWorkerApplicationBuilder UseMiddleware<T>(
            this IFunctionsWorkerApplicationBuilder builder
        )
            where T : class, IFunctionsWorkerMiddleware
        {
            builder.Services.AddSingleton<T>();
            return builder;
        }
    }
}
