using KapFunctions.Query.Filters;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Sqlite;

namespace KapFunctions.Query.Posts;

/// <summary>What a list depends on beside the posts that it shows: of the plain ones it is known, of any other it is
/// everything.</summary>
internal static class ListDependencies
{
    public static void NoteList(this View view, PostQuery query)
    {
        var root = FilterRewriting.Simplify(query.Filter?.Root);
        if (OrderRule.Read(query.Order, NqlFields.Posts).Any(rule => rule.Field.Name != "published_at"))
        {
            view.Depends.NoteAnyPost();
            return;
        }

        switch (root)
        {
            case null or NqlCondition { Field.Name: "featured" }:
                view.Depends.NoteOrder();
                break;
            case NqlCondition
            {
                Field: { Type: NqlFieldType.Related, Column: "slug" } field,
                Operator: NqlOperator.Equal,
                Values: [NqlValue.Text { Value: var slug }]
            } when !slug.Any(char.IsUpper):
                view.NoteTerm(field.Relation, slug);
                break;
            default:
                view.Depends.NoteAnyPost();
                break;
        }
    }
}
