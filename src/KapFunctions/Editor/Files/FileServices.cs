using KapFunctions.Editor.Desk;
using KapFunctions.Editor.Posts;
using KapFunctions.Storage.Files;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Editor.Files;

/// <summary>What the desk and its files API need.</summary>
internal static class FileServices
{
    public static IServiceCollection AddFiles(this IServiceCollection services) =>
        services
            .AddSingleton<ContentFiles>()
            .AddSingleton<FileReading>()
            .AddSingleton<FileWriting>()
            .AddSingleton<EditedFiles>()
            .AddSingleton<PostOverview>()
            .AddSingleton(_ => new DeskFiles());
}
