using KapFunctions.Cli.Terminal;
using KapFunctions.Cli;

return await KapCommand.RunAsync(args, Surroundings.OfThisProcess());
