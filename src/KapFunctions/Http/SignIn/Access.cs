using System.Collections.Frozen;
using KapFunctions.Storage.Keys;

namespace KapFunctions.Http.SignIn;

/// <summary>Whom a function of the editors' lets in.</summary>
internal enum Access
{
    Anyone,

    /// <summary>The desk's page, which is empty: everybody where keys open what is behind it, with Entra whoever signed in.</summary>
    Desk,

    Author,

    Editor,

    Owner,

    /// <summary>Whoever has the master key, which the host asks for.</summary>
    Master,
}

/// <summary>Whom each function of the editors' lets in, by its name.</summary>
internal sealed class AccessTable(IReadOnlyDictionary<string, Access> accesses)
{
    private readonly FrozenDictionary<string, Access> accesses = accesses.ToFrozenDictionary();

    /// <summary>Null for a function of the readers'.</summary>
    public Access? Of(string function) => accesses.TryGetValue(function, out var access) ? access : null;

    public IEnumerable<string> Functions => accesses.Keys;
}

internal static class AccessRoles
{
    /// <summary>The least role that a person must have; null where it is no matter of roles.</summary>
    public static Role? LeastRole(this Access access) =>
        access switch
        {
            Access.Author => Role.Author,
            Access.Editor => Role.Editor,
            Access.Owner => Role.Owner,
            _ => null,
        };
}
