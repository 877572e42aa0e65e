namespace KapFunctions.Settings;

/// <summary>What signs preview links.</summary>
/// <param name="Keys">
/// <c>Preview__Keys</c>: the first signs, all of them verify, so that a key can be replaced while links are out. Default:
/// none, and there are no previews.
/// </param>
public sealed record PreviewOptions(IReadOnlyList<SigningKey> Keys)
{
    /// <summary>The setting.</summary>
    public const string KeysSetting = "Preview:Keys";

    internal static PreviewOptions Read(SettingsReader settings) => new(SigningKey.ReadList(settings, KeysSetting));
}
