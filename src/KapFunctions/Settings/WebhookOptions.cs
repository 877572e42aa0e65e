namespace KapFunctions.Settings;

/// <summary>How deliveries to webhooks are made; whom they go to stands in <c>site.yaml</c>.</summary>
/// <param name="Keys"><c>Webhooks__Keys</c>: the first signs deliveries. Default: none, and nothing is delivered, since
/// nobody could tell a delivery from a forgery.</param>
/// <param name="AllowPrivateTargets"><c>Webhooks__AllowPrivateTargets</c>: whether targets may be on this network.
/// Default: no, since an editor could then make the app call what only it can reach.</param>
public sealed record WebhookOptions(IReadOnlyList<SigningKey> Keys, bool AllowPrivateTargets)
{
    public const string KeysSetting = "Webhooks:Keys";

    public const string AllowPrivateTargetsSetting = "Webhooks:AllowPrivateTargets";

    internal static WebhookOptions Read(SettingsReader settings) =>
        new(SigningKey.ReadList(settings, KeysSetting), settings.Switch(AllowPrivateTargetsSetting));
}
