using System.Linq.Expressions;
using System.Reflection;
using Azure;
using Azure.Storage.Blobs;
using KapFunctions.Standalone.Invocation;

namespace KapFunctions.Standalone.Triggers;

internal sealed class BlobFunction
{
    private readonly Func<Input, Task> run;
    private readonly bool readsStream;

    public BlobFunction(FunctionMethod function, object instance)
    {
        Name = function.Name;
        readsStream = function.TriggerParameter.ParameterType == typeof(Stream);
        var token = BlobPattern.Of(function).Token;
        run = FunctionInvoker.Compile<Input>(
            function,
            instance,
            (parameter, input) => Bind(parameter, input, token),
            FunctionInvoker.AsTask
        );
    }

    public string Name { get; }

    /// <summary>A blob that is gone by now is no failure, for there is nothing to hand over.</summary>
    public async Task RunAsync(BlobClient blob, string name, CancellationToken cancellation)
    {
        if (!readsStream)
        {
            await run(new(blob, name, Stream.Null, cancellation));
            return;
        }

        Stream content;
        try
        {
            content = await blob.OpenReadAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return;
        }

        await using (content)
        {
            await run(new(blob, name, content, cancellation));
        }
    }

    private static MemberExpression? Bind(ParameterInfo parameter, ParameterExpression input, string token) =>
        parameter.ParameterType switch
        {
            var type when type == typeof(BlobClient) => Expression.Property(input, nameof(Input.Blob)),
            var type when type == typeof(Stream) => Expression.Property(input, nameof(Input.Content)),
            var type when type == typeof(CancellationToken) => Expression.Property(input, nameof(Input.Cancellation)),
            var type when type == typeof(string) && parameter.Name == token => Expression.Property(
                input,
                nameof(Input.Name)
            ),
            _ => null,
        };

    private sealed record Input(BlobClient Blob, string Name, Stream Content, CancellationToken Cancellation);
}
