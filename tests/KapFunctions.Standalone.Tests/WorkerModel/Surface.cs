using System.Reflection;

namespace KapFunctions.Standalone.Tests.WorkerModel;

/// <summary>The public surface of types, as <c>official-signatures.txt</c> writes it.</summary>
internal static class Surface
{
    /// <summary>What functions may use of the official worker.</summary>
    public static IReadOnlyList<string> Official { get; } =
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "WorkerModel", "official-signatures.txt"));

    /// <summary>The name of the type that a line is about.</summary>
    public static string NameIn(string line) => line.Split("class ")[^1].Split("enum ")[^1].Split(' ')[0];

    /// <summary>A line for the type, and one for each of its public members.</summary>
    public static IEnumerable<string> Of(Type type)
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
                    $"    {property.PropertyType.Name} {property.Name} {{ get;{(property.SetMethod is { IsPublic: true } ? " set;" : "")} }}"
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
