namespace KapFunctions.Content;

/// <summary>
/// The address of another source file before it is known: <c>kap:posts/b.md</c>, with an optional <c>#fragment</c>.
/// A body that holds placeholders never has to be rendered again because another post was renamed;
/// the read side fills them in when an answer is finished. The path is percent-encoded as in a URL.
/// Wiki links by title are <c>kap:title/{the title, percent-encoded}</c>.
/// </summary>
public static class Placeholder
{
    /// <summary>What every placeholder begins with. Authors cannot write it: their own <c>kap:</c> links are refused.</summary>
    public const string Scheme = "kap:";
}
