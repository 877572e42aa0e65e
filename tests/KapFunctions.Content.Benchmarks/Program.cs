using BenchmarkDotNet.Running;
using KapFunctions.Content.Benchmarks;

// "once": reads, renders and checks the corpus in one process, for a comparison with other programs by the clock on the wall.
// "export <folder>": writes it with the braces of template code taken out, so that hugo can build it.
// "check <folder> [code]": how any folder of Markdown fares: problems by code, each one of a code, the slowest files.
// "bombs", "bomb <name>": the names of files made to stall a renderer, and how one of them fares.
// "bodies <folder> <file>": renders each line of a file of vectors into a page, for a browser to open.
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
