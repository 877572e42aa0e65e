using KapFunctions.Editor.Files;
using KapFunctions.Editor.Preview;
using KapFunctions.Editor.Status;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Editor;

/// <summary>What editing needs.</summary>
internal static class EditorServices
{
    public static IServiceCollection AddEditor(this IServiceCollection services) =>
        services
            .AddSingleton<ProblemReports>()
            .AddFiles()
            .AddSingleton<PreviewTokens>()
            .AddSingleton<Previews>()
            .AddSingleton<StatusReports>();
}
