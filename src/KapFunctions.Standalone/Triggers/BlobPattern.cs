using KapFunctions.Standalone.Invocation;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Standalone.Triggers;

/// <summary>A container, and a token that takes the whole name, as in <c>content/{name}</c>.</summary>
internal readonly record struct BlobPattern(string Container, string Token)
{
    /// <exception cref="InvalidOperationException">The path has another form.</exception>
    public static BlobPattern Of(FunctionMethod function)
    {
        var path = ((BlobTriggerAttribute)function.Trigger).BlobPath;
        return path.Split('/') is [var container, ['{', .. var token, '}']]
            ? new(container, token)
            : throw new InvalidOperationException(
                $"Function {function.Name}: the blob path '{path}' must be a container and one token, as in 'content/{{name}}'."
            );
    }

    public static string ContainerOf(FunctionMethod function) => Of(function).Container;
}
