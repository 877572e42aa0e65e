using Mono.Cecil;
using Mono.Cecil.Cil;

namespace KapFunctions.Tests.Architecture;

/// <summary>One folder of a project names another: a type in the one has a reference to a type in the other.</summary>
/// <param name="From">The namespace that names.</param>
/// <param name="To">The namespace that is named.</param>
/// <param name="Where">The type that does it.</param>
public sealed record FolderReference(string From, string To, string Where);

/// <summary>
/// Who names whom in a compiled assembly: signatures, attributes and the bodies of methods. Namespaces are folders here.
/// Constants are not seen, since the compiler copies them.
/// </summary>
public static class FolderReferences
{
    /// <summary>Every reference between the assembly's own namespaces, once a type.</summary>
    public static IReadOnlyList<FolderReference> In(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        var own = module.Types.Where(type => !IsGenerated(type)).Select(type => type.Namespace).ToHashSet();
        return References(module, other => own.Contains(other));
    }

    /// <summary>What the assembly's types name of namespaces that begin with <paramref name="prefix"/>.</summary>
    public static IReadOnlyList<FolderReference> To(string prefix, string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return References(module, other => other == prefix || other.StartsWith(prefix + ".", StringComparison.Ordinal));
    }

    private static List<FolderReference> References(ModuleDefinition module, Func<string, bool> wanted) =>
        [
            .. module
                .Types.Where(type => !IsGenerated(type))
                .SelectMany(type =>
                    NamedBy(type)
                        .Select(NamespaceOf)
                        .Where(other => other != type.Namespace && wanted(other))
                        .Distinct()
                        .Select(other => new FolderReference(type.Namespace, other, type.Name))
                ),
        ];

    private static bool IsGenerated(TypeDefinition type) => type.Name.StartsWith('<') || type.Namespace.Length == 0;

    private static string NamespaceOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.Namespace;
    }

    private static IEnumerable<TypeReference> NamedBy(TypeDefinition type)
    {
        IEnumerable<TypeReference?> named =
        [
            type.BaseType,
            .. type.Interfaces.Select(one => one.InterfaceType),
            .. type.CustomAttributes.Select(one => one.AttributeType),
            .. type.GenericParameters.SelectMany(one => one.Constraints).Select(one => one.ConstraintType),
            .. type.Fields.Select(one => one.FieldType),
            .. type.Fields.SelectMany(one => one.CustomAttributes).Select(one => one.AttributeType),
            .. type.Properties.SelectMany(one => one.CustomAttributes).Select(one => one.AttributeType),
            .. type.Methods.SelectMany(NamedBy),
        ];
        return named.OfType<TypeReference>().SelectMany(Parts).Concat(type.NestedTypes.SelectMany(NamedBy));
    }

    private static IEnumerable<TypeReference?> NamedBy(MethodDefinition method) =>
        [
            .. NamedBy((MethodReference)method),
            .. method.CustomAttributes.Select(one => one.AttributeType),
            .. method.Parameters.SelectMany(one => one.CustomAttributes).Select(one => one.AttributeType),
            .. method.GenericParameters.SelectMany(one => one.Constraints).Select(one => one.ConstraintType),
            .. method.HasBody ? method.Body.Variables.Select(one => one.VariableType) : [],
            .. method.HasBody ? method.Body.ExceptionHandlers.Select(one => one.CatchType) : [],
            .. method.HasBody ? method.Body.Instructions.SelectMany(NamedBy) : [],
        ];

    private static IEnumerable<TypeReference?> NamedBy(Instruction instruction) =>
        instruction.Operand switch
        {
            TypeReference type => [type],
            MethodReference called => NamedBy(called),
            FieldReference field => [field.DeclaringType, field.FieldType],
            _ => [],
        };

    private static IEnumerable<TypeReference?> NamedBy(MethodReference method) =>
        [
            method.DeclaringType,
            method.ReturnType,
            .. method.Parameters.Select(one => one.ParameterType),
            .. method is GenericInstanceMethod generic ? generic.GenericArguments : [],
        ];

    /// <summary>A type and what it is made of: <c>List&lt;PostRow[]&gt;</c> is a list and a row.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference type) =>
        type switch
        {
            GenericParameter => [],
            GenericInstanceType generic => Parts(generic.ElementType)
                .Concat(generic.GenericArguments.SelectMany(Parts)),
            TypeSpecification made => Parts(made.ElementType),
            _ => [type],
        };
}
