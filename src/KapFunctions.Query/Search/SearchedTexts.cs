using KapFunctions.Query.Replicas;

namespace KapFunctions.Query.Search;

internal static class SearchedTexts
{
    /// <summary>Published posts, visible or not.</summary>
    public static List<long> WithoutText(this View view) =>
        view.Rows(
            "select post from post p where not exists (select 1 from text.search_docsize where id = p.body)",
            row => row.GetInt64(0)
        );

    public static bool HasText(this View view, string body) =>
        view.Rows("select 1 from text.search_docsize where id = $0", _ => true, TextFile.NumberOf(body)) is not [];
}
