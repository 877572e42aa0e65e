using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace KapFunctions.Storage.Account;

/// <summary>Where the storage account is, as the settings say it that the Azure Functions host reads too: a connection string at
/// <c>ContentStorage</c>, or addresses at <c>ContentStorage:blobServiceUri</c>, <c>:queueServiceUri</c> and
/// <c>:tableServiceUri</c> (or <c>:accountName</c>) with an identity at <c>:credential</c>. See
/// https://learn.microsoft.com/azure/azure-functions/functions-reference#configure-an-identity-based-connection</summary>
public sealed record StorageConnection(string? Text, Uri? Blobs, Uri? Queues, Uri? Tables, TokenCredential? Credential)
{
    private const string Name = StorageNames.Connection;

    private static readonly string[] ByAddress =
    [
        "accountName",
        "blobServiceUri",
        "queueServiceUri",
        "tableServiceUri",
    ];

    /// <summary>Reads the settings. Null where they are missing or wrong; then a sentence for each mistake was added.</summary>
    public static StorageConnection? Read(IConfiguration configuration, ICollection<string> mistakes)
    {
        var section = configuration.GetSection(Name);
        var text = section.Value is { Length: > 0 } value ? value : configuration.GetConnectionString(Name);
        var usesAddresses = ByAddress.Any(setting => section[setting] is { Length: > 0 });
        switch (text, usesAddresses)
        {
            case ({ Length: > 0 }, true):
                mistakes.Add(
                    $"{Name} is set both as a connection string and as {Name}__…Uri settings: remove one of them."
                );
                return null;
            case ({ Length: > 0 }, false):
                return new(text, null, null, null, null);
            case (_, true):
                return ReadAddresses(section, mistakes);
            default:
                mistakes.Add(
                    $"{Name} is not set: give it a storage connection string (UseDevelopmentStorage=true for Azurite), or set {Name}__blobServiceUri, {Name}__queueServiceUri, {Name}__tableServiceUri and {Name}__credential to use an identity."
                );
                return null;
        }
    }

    /// <summary>Says where, never with which key.</summary>
    public override string ToString() => Blobs?.Host ?? $"the connection string in {Name}";

    private static StorageConnection? ReadAddresses(IConfigurationSection section, ICollection<string> mistakes)
    {
        var before = mistakes.Count;
        if (section["accountName"] is { Length: > 0 } account && !IsAccountName(account))
        {
            mistakes.Add(
                $"{Name}__accountName is no storage account's name: it has 3 to 24 small letters and digits, and no address around it."
            );
            return null;
        }

        var blobs = ReadAddress(section, "blob", mistakes);
        var queues = ReadAddress(section, "queue", mistakes);
        var tables = ReadAddress(section, "table", mistakes);
        var credential = ReadCredential(section, mistakes);
        return mistakes.Count == before ? new(null, blobs, queues, tables, credential) : null;
    }

    /// <summary>https://learn.microsoft.com/azure/storage/common/storage-account-overview#storage-account-name</summary>
    private static bool IsAccountName(string text) =>
        text.Length is >= 3 and <= 24
        && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter));

    private static Uri? ReadAddress(IConfigurationSection section, string service, ICollection<string> mistakes)
    {
        var setting = $"{service}ServiceUri";
        var value = section[setting] switch
        {
            { Length: > 0 } own => own,
            _ when section["accountName"] is { Length: > 0 } account => $"https://{account}.{service}.core.windows.net",
            _ => null,
        };
        if (value is null)
        {
            mistakes.Add($"{Name}__{setting} is not set: give it the address of the account's {service} service.");
            return null;
        }

        // An identity's token goes over https only, and an address with a query would carry a key of its own.
        if (Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri is { Scheme: "https", Query: "", UserInfo: "" })
        {
            return uri;
        }

        mistakes.Add(
            $"{Name}__{setting} is not an https address without a query: give it the address of the account's {service} service, such as https://example.{service}.core.windows.net."
        );
        return null;
    }

    private static TokenCredential? ReadCredential(IConfigurationSection section, ICollection<string> mistakes)
    {
        var clientId = section["clientId"] is { Length: > 0 } id ? id : null;
        switch (section["credential"]?.ToUpperInvariant())
        {
            case null or "":
                mistakes.Add(
                    $"{Name} names an account but no identity to sign in with: set {Name}__credential to managedidentity."
                );
                return null;
            case "MANAGEDIDENTITY":
                return new ManagedIdentityCredential(
                    clientId is null
                        ? ManagedIdentityId.SystemAssigned
                        : ManagedIdentityId.FromUserAssignedClientId(clientId)
                );
            case "WORKLOADIDENTITY":
                return new WorkloadIdentityCredential(new() { ClientId = clientId });
            case "AZURECLI":
                return new AzureCliCredential();
            default:
                mistakes.Add(
                    $"{Name}__credential is none that is known: use managedidentity, workloadidentity (Kubernetes) or azurecli (a developer, in Standalone)."
                );
                return null;
        }
    }
}
