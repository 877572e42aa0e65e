using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Standalone.Tests.WorkerModel;

public sealed class WorkerModelTests
{
    /// <summary>
    /// The list holds the part of the official packages' surface that functions may use, so that what compiles here
    /// compiles there: https://github.com/Azure/azure-functions-dotnet-worker
    /// </summary>
    [Fact]
    public void The_stand_ins_offer_what_the_official_worker_offers_and_no_more()
    {
        var official = File.ReadAllText(
            Path.Combine(AppContext.BaseDirectory, "WorkerModel", "official-signatures.txt")
        );
        var lines = typeof(FunctionAttribute)
            .Assembly.GetExportedTypes()
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .SelectMany(LinesOf);

        Assert.Equal(official.ReplaceLineEndings("\n"), string.Concat(lines.Select(line => line + "\n")));
    }

    [Fact]
    public void All_stand_ins_live_in_the_namespace_of_the_official_worker() =>
        Assert.All(
            typeof(FunctionAttribute).Assembly.GetExportedTypes(),
            type => Assert.Equal("Microsoft.Azure.Functions.Worker", type.Namespace)
        );

    private static IEnumerable<string> LinesOf(Type type)
    {
        const BindingFlags Own =
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (type.IsEnum)
        {
            var values = Enum.GetValuesAsUnderlyingType(type)
                .Cast<int>()
                .Select(value => $"{Enum.GetName(type, value)} = {value}");
            return [$"enum {type.Name} {{ {string.Join(", ", values)} }}"];
        }

        return
        [
            $"{(type.IsSealed ? "sealed " : "")}class {type.Name}{BaseOf(type)}",
            .. type.GetConstructors(Own).Select(constructor => $"    {type.Name}({ParametersOf(constructor)})"),
            .. type.GetProperties(Own)
                .OrderBy(property => property.Name, StringComparer.Ordinal)
                .Select(property =>
                    $"    {property.PropertyType.Name} {property.Name} {{ get;{(property.CanWrite ? " set;" : "")} }}"
                ),
            .. type.GetMethods(Own).Where(method => !method.IsSpecialName).Select(method => $"    {method}"),
        ];
    }

    private static string BaseOf(Type type) =>
        type.GetCustomAttribute<AttributeUsageAttribute>() is { } usage && type.IsAssignableTo(typeof(Attribute))
            ? $" : Attribute on {usage.ValidOn}"
            : "";

    private static string ParametersOf(ConstructorInfo constructor) =>
        string.Join(
            ", ",
            constructor
                .GetParameters()
                .Select(parameter =>
                    (parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")
                    + $"{parameter.ParameterType.Name} {parameter.Name}"
                )
        );
}
