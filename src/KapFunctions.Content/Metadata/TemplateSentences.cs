using System.Collections.Frozen;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Problems;

namespace KapFunctions.Content.Metadata;

/// <summary>The templates of the desk, in its languages, and of <c>kap new</c> hold these lines; a file that still has one of them is not
/// published.</summary>
internal static class TemplateSentences
{
    public static readonly FrozenSet<string> All = FrozenSet.ToFrozenSet([
        "Begin here.",
        "What this is about, in two sentences.",
        "Say here what helps.",
        "Say here when to ask for help, and whom.",
        "Worum es geht, in zwei Sätzen.",
        "Schreiben Sie hier, was hilft.",
        "Schreiben Sie hier, wann man sich Hilfe holen sollte, und bei wem.",
        "De qué trata, en dos frases.",
        "Diga aquí qué ayuda.",
        "Diga aquí cuándo pedir ayuda, y a quién.",
        "De quoi il s’agit, en deux phrases.",
        "Dites ici ce qui aide.",
        "Dites ici quand demander de l’aide, et à qui.",
        "Di che cosa si tratta, in due frasi.",
        "Scriva qui che cosa aiuta.",
        "Scriva qui quando chiedere aiuto, e a chi.",
        "Waar dit over gaat, in twee zinnen.",
        "Schrijf hier wat helpt.",
        "Schrijf hier wanneer men hulp zoekt, en bij wie.",
        "De que se trata, em duas frases.",
        "Diga aqui o que ajuda.",
        "Diga aqui quando pedir ajuda, e a quem.",
    ]);

    public static void Report(FrontMatterBlock block, ProblemLog problems)
    {
        foreach (var (i, line) in block.Body.Split('\n').Index())
        {
            if (All.Contains(line.Trim()))
            {
                problems.Add(ProblemCatalog.TemplateText, new(block.BodyLine + i, 1), line.Trim());
            }
        }
    }
}
