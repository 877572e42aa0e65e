namespace KapFunctions.Content.Themes;

/// <summary>Why a template is not used.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1, in UTF-16 units.</param>
/// <param name="Reason">What is wrong: a sentence without its full stop.</param>
public sealed record TemplateFault(int Line, int Column, string Reason);

/// <summary>A template went beyond a limit, or asked for what is not there, while it was filled in.</summary>
public sealed class TemplateFailedException(string reason, Exception? cause = null) : Exception(reason, cause);
