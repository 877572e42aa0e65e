using Azure;
using Azure.Identity;

namespace KapFunctions.Storage.Account;

/// <summary>Says what storage, or signing in to it, failed with, for people who do not know its SDK.</summary>
public static class StorageFailure
{
    public static string? SentenceOf(Exception failure) =>
        failure switch
        {
            AuthenticationFailedException =>
                "Signing in to the storage account failed: run 'az login', or give a connection string.",
            RequestFailedException { Status: 401 or 403 } =>
                "The storage account refused: the key is not the account's, or the identity lacks the role Storage Blob Data Contributor.",
            RequestFailedException { Status: 404, ErrorCode: "ContainerNotFound" } =>
                $"The storage account has no container \"{StorageNames.ContentContainer}\": deploy the site, or start it once, first.",
            RequestFailedException { Status: 0 } or AggregateException { InnerException: RequestFailedException } =>
                "The storage account does not answer: check its address and the network.",
            RequestFailedException other => $"The storage account answered {other.Status} {other.ErrorCode}.",
            _ => null,
        };
}
