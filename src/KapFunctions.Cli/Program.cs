using KapFunctions.Cli;

return await KapCommand.RunAsync(args, Surroundings.OfThisProcess());
