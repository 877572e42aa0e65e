using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace KapFunctions.Settings;

/// <summary>Reads settings and gathers a sentence for each that is wrong, so that all of them are told at once.
/// Sentences name settings as environment variables do and never quote a value, which may be a secret. An empty setting
/// counts as none.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> mistakes = [];

    /// <summary>Reads what is made of several settings at once.</summary>
    public T? Read<T>(Func<IConfiguration, ICollection<string>, T?> read) => read(configuration, mistakes);

    /// <summary>The value of a setting; null where it has none.</summary>
    public string? Text(string setting) => configuration[setting]?.Trim() is { Length: > 0 } value ? value : null;

    public string[] List(string setting) =>
        Text(setting)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Of a service that is sent a token, which nobody on the way may read; null where there is none, or a wrong
    /// one.</summary>
    public Uri? Address(string setting)
    {
        if (Text(setting) is not { } text)
        {
            return null;
        }

        if (
            Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        )
        {
            return address;
        }

        Wrong(setting, "is no https address: correct it, or leave it out.");
        return null;
    }

    /// <summary>Off where it is not set; <paramref name="otherwise"/> says in words what that means.</summary>
    public bool Switch(string setting, string otherwise = "false")
    {
        var text = Text(setting);
        if (text is not null && !bool.TryParse(text, out _))
        {
            Wrong(setting, $"is neither true nor false: set it to one of them, or leave it out for {otherwise}.");
        }

        return bool.TryParse(text, out var value) && value;
    }

    public int Number(string setting, int normally, int least, int most)
    {
        if (Text(setting) is not { } text)
        {
            return normally;
        }

        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= least
            && value <= most
        )
        {
            return value;
        }

        Wrong(setting, $"is no whole number from {least} to {most}: correct it, or leave it out for {normally}.");
        return normally;
    }

    /// <param name="setting">In configuration's form, <c>A:B</c>.</param>
    /// <param name="rest">The sentence after the setting's name: what is wrong, and what to do.</param>
    public void Wrong(string setting, string rest) => mistakes.Add($"{NameOf(setting)} {rest}");

    public void ThrowIfWrong()
    {
        if (mistakes.Count > 0)
        {
            throw new SettingsException(mistakes);
        }
    }

    /// <summary>The name of a setting among environment variables.</summary>
    public static string NameOf(string setting) => setting.Replace(":", "__", StringComparison.Ordinal);
}
