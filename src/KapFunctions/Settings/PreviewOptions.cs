namespace KapFunctions.Settings;

/// <summary>What signs preview links: <c>Preview__Keys</c>. The first signs, all of them verify, so that a key can be
/// replaced while links are out. Default: none, and there are no previews.</summary>
public sealed record PreviewOptions(IReadOnlyList<SigningKey> Keys)
{
    public const string KeysSetting = "Preview:Keys";

    internal static PreviewOptions Read(SettingsReader settings) => new(SigningKey.ReadList(settings, KeysSetting));
}
