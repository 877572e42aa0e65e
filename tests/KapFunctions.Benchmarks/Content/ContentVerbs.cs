using BenchmarkDotNet.Running;

namespace KapFunctions.Benchmarks.Content;

/// <summary>
/// <c>once</c>: reads, renders and checks the corpus in one process, for a comparison with other programs by the clock on the wall.
/// <c>export FOLDER</c>: writes it with the braces of template code taken out, so that hugo can build it.
/// <c>check FOLDER [CODE]</c>: how any folder of Markdown fares: problems by code, each one of a code, the slowest files.
/// <c>bombs</c>, <c>bomb NAME</c>: the names of files made to stall a renderer, and how one of them fares.
/// <c>bodies FOLDER FILE</c>: renders each line of a file of vectors into a page, for a browser to open.
/// <c>patterns</c>: every regular expression of the product as JSON.
/// </summary>
internal static class ContentVerbs
{
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["once"]:
                Once.Run();
                break;
            case ["export", var folder]:
                Export.Run(folder);
                break;
            case ["bodies", var folder, var vectors]:
                Bodies.Run(folder, vectors);
                break;
            case ["check", var folder, .. var codes]:
                CheckFolder.Run(folder, codes);
                break;
            case ["patterns"]:
                Patterns.List();
                break;
            case ["bombs"]:
                Bombs.List();
                break;
            case ["bomb", var name]:
                Bombs.Run(name);
                break;
            default:
                BenchmarkSwitcher.FromAssembly(typeof(PipelineBenchmark).Assembly).Run(args);
                break;
        }

        return 0;
    }
}
