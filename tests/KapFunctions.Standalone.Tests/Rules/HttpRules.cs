using KapFunctions.Standalone.Invocation;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Standalone.Tests.Rules;

/// <summary>The part of the rules that concerns HTTP functions.</summary>
internal static class HttpRules
{
    /// <summary>Prefixes that the Azure host keeps to itself.</summary>
    private static readonly string[] Reserved = ["admin", "runtime"];

    private static readonly Type[] Results = [typeof(IResult), typeof(Task<IResult>), typeof(ValueTask<IResult>)];

    public static IEnumerable<string> Check(FunctionMethod function, HttpTriggerAttribute trigger)
    {
        var route = ShapeOf(function);
        return
        [
            .. Methods(function.Name, trigger.Methods ?? []),
            .. Level(function.Name, trigger.AuthLevel),
            .. Route(function.Name, trigger.Route, route),
            .. FunctionRules.Parameters(function, (type, name) => IsBindable(route, type, name)),
            .. Results.Contains(function.Method.ReturnType)
                ? Array.Empty<string>()
                : [$"{function.Name} must return an IResult: the worker writes nothing else."],
        ];
    }

    /// <summary>Rules about routes side by side: the Azure host chooses by function name, ASP.NET Core by how close a route fits.</summary>
    public static IEnumerable<string> CheckTogether(IEnumerable<FunctionMethod> functions)
    {
        var http = functions
            .Where(function => function.Trigger is HttpTriggerAttribute)
            .ToLookup(function => ShapeOf(function).TakesAll);
        var catchAlls = http[true].ToArray();
        if (catchAlls.Length > 1)
        {
            yield return $"Only one function may take all paths, not {string.Join(" and ", catchAlls.Select(one => one.Name))}.";
        }

        foreach (var catchAll in catchAlls.Where(one => !one.Name.StartsWith("zz", StringComparison.Ordinal)))
        {
            yield return $"{catchAll.Name} takes all paths, so its name must sort last: zz….";
        }

        var others = http[false].ToArray();
        for (var i = 0; i < others.Length; i++)
        {
            foreach (var other in others.Skip(i + 1).Where(other => Collide(others[i], other)))
            {
                yield return $"{others[i].Name} and {other.Name} could serve the same request.";
            }
        }
    }

    private static bool Collide(FunctionMethod one, FunctionMethod other) =>
        MethodsOf(one).Intersect(MethodsOf(other), StringComparer.OrdinalIgnoreCase).Any()
        && ShapeOf(one).Overlaps(ShapeOf(other));

    private static string[] MethodsOf(FunctionMethod function) =>
        ((HttpTriggerAttribute)function.Trigger).Methods ?? [];

    private static RouteShape ShapeOf(FunctionMethod function) =>
        new(((HttpTriggerAttribute)function.Trigger).Route ?? function.Name);

    private static IEnumerable<string> Methods(string function, string[] methods)
    {
        if (methods is [])
        {
            yield return $"{function} must list its methods.";
        }

        if (
            methods.Contains("get", StringComparer.OrdinalIgnoreCase)
            && !methods.Contains("head", StringComparer.OrdinalIgnoreCase)
        )
        {
            yield return $"{function} lists GET, so it must list HEAD.";
        }
    }

    private static IEnumerable<string> Level(string function, AuthorizationLevel level) =>
        level is AuthorizationLevel.Anonymous or AuthorizationLevel.Function or AuthorizationLevel.Admin
            ? []
            : [$"{function} has the level {level}, which only one host can check."];

    private static IEnumerable<string> Route(string function, string? route, RouteShape shape)
    {
        if (route is "" || route?.StartsWith('/') == true)
        {
            yield return $"{function} has the route '{route}', which breaks every HTTP function of the Azure host.";
        }

        if (Reserved.Contains(shape.FirstSegment, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"{function} has a route below '{shape.FirstSegment}', which the Azure host keeps to itself.";
        }
    }

    private static bool IsBindable(RouteShape route, Type type, string name) =>
        type == typeof(HttpRequest)
        || route.Parameters.TryGetValue(name, out var parameter)
            && (type == typeof(string) || type == typeof(int) && RouteShape.IsInt(parameter));
}
