using KapFunctions.Editor.Desk;
using KapFunctions.Editor.Files;
using KapFunctions.Editor.Keys;
using KapFunctions.Editor.Pasting;
using KapFunctions.Editor.Posts;
using KapFunctions.Editor.Preview;
using KapFunctions.Editor.Reports;
using KapFunctions.Editor.Status;
using KapFunctions.Editor.Upcoming;
using KapFunctions.Following.Webhooks;
using KapFunctions.Http.SignIn;

namespace KapFunctions;

/// <summary>Whom each of the editors' functions lets in. What may be written depends on the file besides: <see cref="WriteRights"/>.</summary>
internal static class EditorAccess
{
    public static AccessTable Table { get; } =
        new(
            new Dictionary<string, Access>
            {
                [nameof(GetDesk)] = Access.Desk,
                [nameof(GetDeskAsset)] = Access.Desk,
                // Behind a link that is signed for whoever has it.
                [nameof(GetPreview)] = Access.Anyone,
                [nameof(GetPreviewHtml)] = Access.Anyone,
                [nameof(GetMe)] = Access.Author,
                [nameof(GetEditorPosts)] = Access.Author,
                [nameof(GetFile)] = Access.Author,
                [nameof(GetFileVersions)] = Access.Author,
                [nameof(GetMediaFiles)] = Access.Author,
                [nameof(GetNext)] = Access.Author,
                [nameof(GetNextDifference)] = Access.Author,
                [nameof(GetProblems)] = Access.Author,
                [nameof(GetStatus)] = Access.Author,
                [nameof(CreatePreview)] = Access.Author,
                [nameof(ConvertToMarkdown)] = Access.Author,
                [nameof(FetchPicture)] = Access.Author,
                [nameof(PutNext)] = Access.Author,
                [nameof(DeleteNext)] = Access.Author,
                [nameof(PutFile)] = Access.Author,
                [nameof(RestoreFile)] = Access.Author,
                [nameof(DeleteFile)] = Access.Editor,
                [nameof(PublishNext)] = Access.Editor,
                [nameof(RecordReview)] = Access.Editor,
                [nameof(GetWebhooks)] = Access.Editor,
                [nameof(RetryWebhook)] = Access.Editor,
                [nameof(StartRebuild)] = Access.Owner,
                [nameof(GetKeys)] = Access.Owner,
                [nameof(AddKey)] = Access.Owner,
                [nameof(RevokeKey)] = Access.Owner,
                [nameof(MakeOwnerKey)] = Access.Master,
            }
        );
}
