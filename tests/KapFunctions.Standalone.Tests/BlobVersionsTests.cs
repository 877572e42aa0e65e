using KapFunctions.Standalone.Triggers;

namespace KapFunctions.Standalone.Tests;

/// <summary>What is new and what is gone between two listings, while somebody in this process writes.</summary>
public sealed class BlobVersionsTests
{
    private readonly BlobVersions versions = new();

    [Fact]
    public void What_was_written_and_deleted_before_any_listing_had_it_is_gone()
    {
        versions.Remember("a");

        Assert.Equal(["a"], Look().Gone);
    }

    [Fact]
    public void What_is_written_while_a_listing_is_under_way_is_missed_by_the_next_one_alone()
    {
        versions.BeginLook();
        versions.Remember("a");
        var underWay = versions.Learn([], _ => false);

        Assert.Empty(underWay.Gone);
        Assert.Equal(["a"], Look().Gone);
    }

    [Fact]
    public void What_is_written_anew_while_its_end_is_told_of_stays_known()
    {
        Look(("a", "1"));
        var gone = Look();
        versions.Remember("a");
        versions.Forget("a", gone.Look);

        Assert.Equal(["a"], Look().Gone);
    }

    [Fact]
    public void What_is_gone_is_told_at_every_look_until_it_is_forgotten()
    {
        Look(("a", "1"));

        Assert.Equal(["a"], Look().Gone);
        var gone = Look();
        versions.Forget("a", gone.Look);

        Assert.Empty(Look().Gone);
    }

    private BlobChanges Look(params (string Name, string ETag)[] listing)
    {
        versions.BeginLook();
        return versions.Learn([.. listing.Select(blob => new ListedVersion(blob.Name, blob.ETag))], _ => false);
    }
}
