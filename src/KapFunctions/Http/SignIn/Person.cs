using KapFunctions.Storage.Files;
using KapFunctions.Storage.Keys;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http.SignIn;

/// <summary>Who asks, after the gate let them in: somebody who signed in, or whom a key is named after.</summary>
internal sealed record Person(string Name, Role Role)
{
    /// <summary>Whom the gate let in; null where it asked nobody.</summary>
    public static Person? Find(HttpRequest request) => request.HttpContext.Features.Get<Person>();

    public static Person Of(HttpRequest request) =>
        Find(request) ?? throw new InvalidOperationException("Nobody was let in here by the gate.");

    /// <summary>Null where the role suffices.</summary>
    public IResult? Refusal(Role least) => Role >= least ? null : Problems.RoleRequired(least, Role);

    /// <summary>What stands beside a file that they write at <paramref name="now"/>.</summary>
    public FileWrite Writes(DateTimeOffset now) => new(Name, now);
}
