using KapFunctions.Measurements;

// Measures what the documentation promises, on this machine, on a real storage emulator:
//   dotnet run -c Release --project tests/KapFunctions.Measurements -- latency
//   dotnet run -c Release --project tests/KapFunctions.Measurements -- corpus FOLDER
//   dotnet run -c Release --project tests/KapFunctions.Measurements -- throughput [FOLDER]
//   dotnet run -c Release --project tests/KapFunctions.Measurements -- memory
//   dotnet run -c Release --project tests/KapFunctions.Measurements -- beside
//   dotnet run -c Release --project tests/KapFunctions.Measurements -- withdrawal
//   dotnet run -c Release --project tests/KapFunctions.Measurements -- pictures FOLDER
//   dotnet run -c Release --project tests/KapFunctions.Measurements -- picture-page
switch (args)
{
    case ["latency"]:
        await Latency.MeasureAsync(uploads: 200);
        break;
    case ["corpus", var folder]:
        await Corpus.MeasureAsync(folder);
        break;
    case ["throughput"]:
        await Throughput.MeasureAsync(files: 1_000);
        break;
    case ["throughput", var folder]:
        await Throughput.MeasureAsync(folder);
        break;
    case ["memory"]:
        await Memory.MeasureAsync(posts: 5_000);
        break;
    case ["beside"]:
        await Beside.MeasureAsync(saves: 1_000, uploads: 50);
        break;
    case ["withdrawal"]:
        await Withdrawal.MeasureAsync(posts: 100);
        break;
    case ["pictures", var folder]:
        Pictures.MeasureFolder(folder);
        break;
    case ["picture", var file]:
        Pictures.Measure(file);
        break;
    case ["picture-page"]:
        await PicturePage.MeasureAsync();
        break;
    default:
        Console.Error.WriteLine(
            "usage: latency | corpus FOLDER | throughput [FOLDER] | memory | beside | withdrawal | pictures FOLDER | picture-page"
        );
        return 2;
}

return 0;
