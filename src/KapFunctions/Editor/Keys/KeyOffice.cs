using KapFunctions.Http;
using KapFunctions.Http.SignIn;
using KapFunctions.Settings;
using KapFunctions.Storage.Keys;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Editor.Keys;

/// <summary>Where keys are made and taken back.</summary>
public sealed class KeyOffice
{
    private const int MaxRequestBytes = 4096;
    private const string NameOfFirst = "first owner";
    private const string MadeByMaster = "master key";

    private readonly KeyStore store;
    private readonly KeyRing ring;
    private readonly EntraOptions entra;
    private readonly TimeProvider clock;

    // The ring and the settings are not for other programs to see.
    internal KeyOffice(KeyStore store, KeyRing ring, EntraOptions entra, TimeProvider clock) =>
        (this.store, this.ring, this.entra, this.clock) = (store, ring, entra, clock);

    public async Task<IResult> ListAsync(CancellationToken cancellation) =>
        new DataResult<KeyList>(
            new([.. (await store.ListAsync(cancellation)).Select(KeySummary.Of)]),
            KeyJson.Default.KeyList
        );

    public async Task<IResult> AddAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (asked, problem) = await ReadAsync(request, cancellation);
        if (problem is not null)
        {
            return problem;
        }

        if (asked!.Name is not { } name)
        {
            return Problems.InvalidParameter("name", "must say whose key it is.");
        }

        return RoleOf(asked.Role) is { } role
            ? await MakeAsync(name, role, Person.Of(request).Name, cancellation)
            : Problems.InvalidParameter("role", "must be author, editor or owner.");
    }

    public async Task<IResult> AddForOwnerAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (asked, problem) = await ReadAsync(request, cancellation);
        return problem ?? await MakeAsync(asked!.Name ?? NameOfFirst, Role.Owner, MadeByMaster, cancellation);
    }

    public async Task<IResult> RevokeAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.Query["name"] is not [{ Length: > 0 } name])
        {
            return Problems.InvalidParameter("name", "must say whose key it is.");
        }

        var isRevoked = await store.RevokeAsync(name, cancellation);
        ring.Forget();
        return isRevoked ? Results.StatusCode(StatusCodes.Status204NoContent) : Problems.KeyNotFound(name);
    }

    private static async Task<(KeyRequest? Asked, IResult? Problem)> ReadAsync(
        HttpRequest request,
        CancellationToken cancellation
    ) => await RequestBody.ReadAsync(request, KeyJson.Default.KeyRequest, MaxRequestBytes, cancellation);

    private async Task<IResult> MakeAsync(string name, Role role, string maker, CancellationToken cancellation)
    {
        if (entra.IsOn)
        {
            return Problems.KeysNotUsed();
        }

        if (!EditorKey.IsName(name))
        {
            return Problems.InvalidParameter(
                "name",
                $"must be letters, digits, blanks and any of . _ - @ ', {EditorKey.MaxNameLength} at most, and begin with a letter or digit."
            );
        }

        if ((await store.ListAsync(cancellation)).Count >= KeyStore.MaxKeys)
        {
            return Problems.TooManyKeys(KeyStore.MaxKeys);
        }

        var secret = EditorKey.NewSecret();
        var key = new EditorKey(name, role, EditorKey.HashOf(secret), clock.GetUtcNow(), maker);
        if (!await store.AddAsync(key, cancellation))
        {
            return Problems.KeyExists(name);
        }

        ring.Forget();
        return new DataResult<NewKey>(
            new(name, KeySummary.NameOf(role), secret),
            KeyJson.Default.NewKey,
            StatusCodes.Status201Created
        );
    }

    private static Role? RoleOf(string? name) =>
        Enum.GetValues<Role>().Cast<Role?>().FirstOrDefault(role => KeySummary.NameOf(role!.Value) == name);
}
