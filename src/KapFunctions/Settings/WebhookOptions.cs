namespace KapFunctions.Settings;

/// <summary>How deliveries to webhooks are made; whom they go to stands in <c>site.yaml</c>.</summary>
/// <param name="Secret">
/// <c>Webhooks__Secret</c>: what signs deliveries, as https://www.standardwebhooks.com has it: <c>whsec_</c> and 24 to 64 bytes
/// in base64. Default: none (empty), and nothing is delivered, since nobody could tell a delivery from a forgery.
/// </param>
/// <param name="AllowPrivateTargets">
/// <c>Webhooks__AllowPrivateTargets</c>: whether targets may be on this network. Default: no, since an editor could then
/// make the app call what only it can reach.
/// </param>
public sealed record WebhookOptions(ReadOnlyMemory<byte> Secret, bool AllowPrivateTargets)
{
    /// <summary>The setting of <see cref="Secret"/>.</summary>
    public const string SecretSetting = "Webhooks:Secret";

    /// <summary>The setting of <see cref="AllowPrivateTargets"/>.</summary>
    public const string AllowPrivateTargetsSetting = "Webhooks:AllowPrivateTargets";

    private const string Prefix = "whsec_";
    private const int LeastBytes = 24;
    private const int MostBytes = 64;

    internal static WebhookOptions Read(SettingsReader settings) =>
        new(ReadSecret(settings), settings.Switch(AllowPrivateTargetsSetting));

    private static ReadOnlyMemory<byte> ReadSecret(SettingsReader settings)
    {
        if (settings.Text(SecretSetting) is not { } text)
        {
            return default;
        }

        var bytes = new byte[text.Length];
        if (
            text.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(text[Prefix.Length..], bytes, out var length)
            && length is >= LeastBytes and <= MostBytes
        )
        {
            return bytes.AsMemory(0, length);
        }

        settings.Wrong(
            SecretSetting,
            $"is no secret of a webhook: it is {Prefix} and {LeastBytes} to {MostBytes} random bytes in base64 (echo whsec_$(openssl rand -base64 32))."
        );
        return default;
    }
}
