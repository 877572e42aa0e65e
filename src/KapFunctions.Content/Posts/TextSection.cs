using KapFunctions.Content.Text;

namespace KapFunctions.Content.Posts;

/// <summary>A heading and what follows it up to the next one.</summary>
/// <param name="Name">Empty for what stands before the first.</param>
/// <param name="Words">As <see cref="WordsHash"/> writes them.</param>
public sealed record TextSection(string Name, string Words)
{
    /// <summary>As many sections of a text are told apart; the words of further ones count with the last.</summary>
    public const int Max = 100;
}
