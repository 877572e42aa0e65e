namespace KapFunctions.Standalone.Tests.Published;

/// <summary>A test of the app that <c>tests/official/check.sh</c> published for Azure.</summary>
internal sealed class PublishedFactAttribute : FactAttribute
{
    public PublishedFactAttribute() =>
        Skip = PublishedApp.IsHere ? null : "tests/official/check.sh publishes the app and runs this.";
}
