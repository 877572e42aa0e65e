using Azure.Storage.Blobs;
using KapFunctions.Standalone.Invocation;
using Microsoft.Azure.Functions.Worker;
using NCrontab;

namespace KapFunctions.Standalone.Tests.Rules;

/// <summary>The rules by which a function behaves the same under the Azure host and under Standalone.</summary>
internal static class FunctionRules
{
    /// <summary>Checks every function among the types.</summary>
    /// <returns>A sentence for each rule that one breaks.</returns>
    public static IReadOnlyList<string> Check(IEnumerable<Type> types)
    {
        var functions = FunctionMethod.In(types);
        return [.. Names(functions), .. functions.SelectMany(One), .. HttpRules.CheckTogether(functions)];
    }

    private static IEnumerable<string> Names(IEnumerable<FunctionMethod> functions) =>
        from function in functions
        group function by function.Name.ToUpperInvariant() into same
        where same.Count() > 1
        select $"The name {same.First().Name} is taken by {same.Count()} functions.";

    private static IEnumerable<string> One(FunctionMethod function) =>
        function.Trigger switch
        {
            HttpTriggerAttribute http => HttpRules.Check(function, http),
            BlobTriggerAttribute blob => Blob(function, blob),
            QueueTriggerAttribute queue =>
            [
                .. Connection(function, queue.Connection),
                .. Parameters(function, (type, _) => type == typeof(string)),
                .. Result(function),
            ],
            TimerTriggerAttribute timer => Timer(function, timer),
            _ => [$"{function.Name} has a trigger that only one host knows."],
        };

    private static IEnumerable<string> Blob(FunctionMethod function, BlobTriggerAttribute blob)
    {
        var token = blob.BlobPath.Split('/') is [_, ['{', .. var name, '}']] ? name : null;
        if (token is null)
        {
            yield return $"{function.Name} must take whole names: a container and one token, not '{blob.BlobPath}'.";
        }

        var found = Connection(function, blob.Connection)
            .Concat(
                Parameters(
                    function,
                    (type, name) =>
                        type == typeof(BlobClient) || type == typeof(Stream) || type == typeof(string) && name == token
                )
            )
            .Concat(Result(function));
        foreach (var problem in found)
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Timer(FunctionMethod function, TimerTriggerAttribute timer)
    {
        var parses = CrontabSchedule.TryParse(timer.Schedule, new() { IncludingSeconds = true }) is not null;
        return
        [
            .. parses
                ? Array.Empty<string>()
                : [$"{function.Name} has a schedule without six valid fields: '{timer.Schedule}'."],
            .. Parameters(function, (type, _) => type == typeof(TimerInfo)),
            .. Result(function),
        ];
    }

    private static IEnumerable<string> Connection(FunctionMethod function, string? connection) =>
        connection == "ContentStorage" ? [] : [$"{function.Name} must have the connection ContentStorage."];

    private static IEnumerable<string> Result(FunctionMethod function) =>
        function.Method.ReturnType == typeof(Task) || function.Method.ReturnType == typeof(void)
            ? []
            : [$"{function.Name} must return a task without a result."];

    /// <summary>Every parameter must be a cancellation token, or one that the trigger can bind.</summary>
    internal static IEnumerable<string> Parameters(FunctionMethod function, Func<Type, string, bool> isBindable) =>
        from parameter in function.Method.GetParameters()
        where parameter.ParameterType != typeof(CancellationToken)
        where !isBindable(parameter.ParameterType, parameter.Name!)
        select $"{function.Name} has a parameter that its trigger cannot bind: {parameter.ParameterType.Name} {parameter.Name}.";
}
