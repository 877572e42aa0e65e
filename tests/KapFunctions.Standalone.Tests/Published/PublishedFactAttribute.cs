namespace KapFunctions.Standalone.Tests.Published;

/// <summary>A test of the app that <c>tests/azure/check.sh</c> published for Azure.</summary>
internal sealed class PublishedFactAttribute : FactAttribute
{
    public PublishedFactAttribute() =>
        Skip = BuiltApp.IsHere ? null : "tests/azure/check.sh publishes the app and runs this.";
}
