namespace KapFunctions.Content.Themes;

/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1, in UTF-16 units.</param>
/// <param name="Reason">A sentence without its full stop.</param>
public sealed record TemplateFault(int Line, int Column, string Reason)
{
    internal static TemplateFault At(string text, int offset, string reason)
    {
        var before = text.AsSpan(0, Math.Clamp(offset, 0, text.Length));
        return new(before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'), reason);
    }
}

/// <summary>A template went beyond a limit, or asked for what is not there.</summary>
public sealed class TemplateFailedException(string reason, Exception? cause = null) : Exception(reason, cause);
