using KapFunctions.Editor.Desk;
using KapFunctions.Editor.Files;
using KapFunctions.Editor.Keys;
using KapFunctions.Editor.Pasting;
using KapFunctions.Editor.Posts;
using KapFunctions.Editor.Preview;
using KapFunctions.Editor.Reports;
using KapFunctions.Editor.Status;
using KapFunctions.Editor.Upcoming;
using KapFunctions.Http.SignIn;
using KapFunctions.Settings;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Keys;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Editor;

internal static class EditorServices
{
    public static IServiceCollection AddEditor(this IServiceCollection services) =>
        services
            .AddSingleton<ProblemReports>()
            .AddSingleton<ContentFiles>()
            .AddSingleton<FileReading>()
            .AddSingleton<MediaOverview>()
            .AddSingleton<PastedHtml>()
            .AddSingleton(_ => new ForeignPictures(allowPrivate: false))
            .AddSingleton<WriteRights>()
            .AddSingleton<FileWriting>()
            .AddSingleton<ReviewRecording>()
            .AddSingleton<NextVersions>()
            .AddSingleton<NextWriting>()
            .AddSingleton<EditPublisher>()
            .AddSingleton<PostOverview>()
            .AddSingleton(_ => new DeskFiles())
            .AddSingleton<PreviewTokens>()
            .AddSingleton<Previews>()
            .AddSingleton<StatusReports>()
            .AddSingleton(provider => new KeyOffice(
                provider.GetRequiredService<KeyStore>(),
                provider.GetRequiredService<KeyRing>(),
                provider.GetRequiredService<EntraOptions>(),
                provider.GetRequiredService<TimeProvider>()
            ));
}
