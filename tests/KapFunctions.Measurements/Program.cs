using KapFunctions.Measurements;

// Measures what the documentation promises, on this machine, on a real storage emulator:
//   dotnet run -c Release --project tests/KapFunctions.Measurements -- latency
//   dotnet run -c Release --project tests/KapFunctions.Measurements -- corpus FOLDER
switch (args)
{
    case ["latency"]:
        await Latency.MeasureAsync(uploads: 200);
        break;
    case ["corpus", var folder]:
        await Corpus.MeasureAsync(folder);
        break;
    default:
        Console.Error.WriteLine("usage: latency | corpus FOLDER");
        return 2;
}

return 0;
