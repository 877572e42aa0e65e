using KapFunctions.Editor.Desk;
using KapFunctions.Editor.Files;
using KapFunctions.Editor.Posts;
using KapFunctions.Editor.Preview;
using KapFunctions.Editor.Reports;
using KapFunctions.Editor.Status;
using KapFunctions.Storage.Files;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Editor;

internal static class EditorServices
{
    public static IServiceCollection AddEditor(this IServiceCollection services) =>
        services
            .AddSingleton<ProblemReports>()
            .AddSingleton<ContentFiles>()
            .AddSingleton<FileReading>()
            .AddSingleton<FileWriting>()
            .AddSingleton<EditPublisher>()
            .AddSingleton<PostOverview>()
            .AddSingleton(_ => new DeskFiles())
            .AddSingleton<PreviewTokens>()
            .AddSingleton<Previews>()
            .AddSingleton<StatusReports>();
}
