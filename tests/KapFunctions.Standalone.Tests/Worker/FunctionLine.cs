using System.Text.Json;
using KapFunctions.Standalone.Invocation;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Standalone.Tests.Worker;

/// <summary>What the Functions host is to know of a function, in one line.</summary>
internal static class FunctionLine
{
    /// <summary>As the attributes of the function app's functions say it, sorted by name.</summary>
    /// <param name="source">How the host learns of uploads, where that is not what this build says.</param>
    public static IEnumerable<string> OfAttributes(BlobTriggerSource? source = null) =>
        FunctionMethod
            .In(typeof(ServiceRegistration).Assembly.GetTypes())
            .Select(function =>
                $"{function.Name} KapFunctions.dll {function.Method.DeclaringType}.{function.Method.Name} {Of(function.Trigger, source)}"
            );

    /// <summary>As the host is told of it.</summary>
    public static string Of(string? name, string? scriptFile, string? entryPoint, JsonElement trigger) =>
        $"{name} {scriptFile} {entryPoint} {OfBinding(trigger)}";

    private static string Of(Attribute trigger, BlobTriggerSource? source) =>
        trigger switch
        {
            HttpTriggerAttribute http => $"http {http.AuthLevel} {string.Join(',', http.Methods!)} {http.Route}",
            QueueTriggerAttribute queue => $"queue {queue.QueueName} {queue.Connection}",
            TimerTriggerAttribute timer => $"timer {timer.Schedule} {timer.RunOnStartup}",
            BlobTriggerAttribute blob => $"blob {blob.BlobPath} {blob.Connection} {source ?? blob.Source}",
            var other => throw new InvalidOperationException($"Nobody told the tests of {other}."),
        };

    private static string OfBinding(JsonElement trigger)
    {
        var type = Text("type");
        return type switch
        {
            "httpTrigger" =>
                $"http {Text("authLevel")} {string.Join(',', trigger.GetProperty("methods").EnumerateArray().Select(method => method.GetString()))} {Text("route")}",
            "queueTrigger" => $"queue {Text("queueName")} {Text("connection")}",
            "timerTrigger" =>
                $"timer {Text("schedule")} {trigger.TryGetProperty("runOnStartup", out var on) && on.GetBoolean()}",
            "blobTrigger" => $"blob {Text("path")} {Text("connection")} {Text("source")}",
            _ => type,
        };

        string Text(string property) => trigger.GetProperty(property).GetString()!;
    }
}
