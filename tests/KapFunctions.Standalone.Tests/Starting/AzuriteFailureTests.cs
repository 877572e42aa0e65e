using KapFunctions.Standalone.Azurite;

namespace KapFunctions.Standalone.Tests.Starting;

public sealed class AzuriteFailureTests
{
    [Theory]
    [InlineData(
        "npm error code ENOSPC",
        "The disk of /there is full. Installing Azurite needs about 200 MB: make room and start again."
    )]
    [InlineData(
        "npm error network ENOTFOUND",
        "npm cannot reach its registry, so Azurite was not installed. Check the network (or npm's proxy settings) and start again."
    )]
    [InlineData(
        "npm warn x\nnpm error Invalid lock",
        "npm could not install Azurite in /there: npm error Invalid lock. Run 'npm ci' there to see more."
    )]
    public void A_failed_installation_is_told_in_a_sentence(string output, string expected) =>
        Assert.Equal(expected, AzuriteFailure.OfInstallation(output, "/there").Message);

    [Theory]
    [InlineData(
        "Exit due to unhandled error: listen EADDRINUSE: address already in use 127.0.0.1:10001",
        "Port 10001 is taken by a program that is not Azurite. End that program, or give --connection with the storage to use."
    )]
    [InlineData(
        "Error: ENOSPC: no space left on device, write",
        "The disk of /there is full. Azurite keeps the content there: make room and start again."
    )]
    [InlineData("", "Azurite did not start: it ended without a word.")]
    public void A_failed_start_is_told_in_a_sentence(string output, string expected) =>
        Assert.Equal(expected, AzuriteFailure.OfStart(output, "/there").Message);
}
