using KapFunctions.Cli;
using KapFunctions.Cli.Terminal;

return await KapCommand.RunAsync(args, Surroundings.OfThisProcess());
