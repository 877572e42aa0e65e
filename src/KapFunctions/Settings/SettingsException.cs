namespace KapFunctions.Settings;

/// <summary>The app cannot start with these settings. Secrets are never quoted.</summary>
internal sealed class SettingsException(IReadOnlyList<string> sentences)
    : Exception(string.Join(Environment.NewLine, sentences))
{
    /// <summary>One sentence for each mistake: which setting, what is wrong with it, what to do.</summary>
    public IReadOnlyList<string> Sentences => sentences;
}
