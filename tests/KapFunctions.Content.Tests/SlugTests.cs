using KapFunctions.Content.Text;

namespace KapFunctions.Content.Tests;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Hello, World!", "hello-world")]
    [InlineData("It's here", "its-here")]
    [InlineData("Über Straße", "uber-strasse")]
    [InlineData("Crème brûlée", "creme-brulee")]
    [InlineData("Cre\u0300me", "creme")]
    [InlineData("C#", "c-sharp")]
    [InlineData("C++", "c-plus-plus")]
    [InlineData("日本語 タグ", "日本語-タグ")]
    [InlineData("Привет, мир", "привет-мир")]
    [InlineData("йод", "йод")]
    [InlineData("--a--b--", "a-b")]
    public void A_title_becomes_what_can_stand_in_an_address(string title, string slug) =>
        Assert.Equal(slug, Slug.From(title));

    [Fact]
    public void A_text_without_letters_gets_a_slug_that_stays_the_same()
    {
        Assert.Equal(Slug.From("🎉"), Slug.From("🎉"));
        Assert.NotEqual(Slug.From("🎉"), Slug.From("🎈"));
    }

    [Fact]
    public void A_slug_has_an_end() => Assert.Equal(Slug.MaxLength, Slug.From(new string('a', 5000)).Length);

    [FsCheck.Xunit.Property]
    public bool A_slug_is_its_own_slug(FsCheck.NonNull<string> text) =>
        Slug.From(Slug.From(text.Get)) == Slug.From(text.Get);
}
