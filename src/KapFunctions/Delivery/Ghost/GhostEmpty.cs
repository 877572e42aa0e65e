using KapFunctions.Delivery.Lists;
using KapFunctions.Http;

namespace KapFunctions.Delivery.Ghost;

/// <summary>What Ghost has and this has not: memberships. Well-formed and empty, since clients ask for it all the same.</summary>
internal static class GhostEmpty
{
    /// <summary>Whether an empty list is answered.</summary>
    public static bool IsList(string resource) => resource is "tiers" or "newsletters" or "recommendations";

    /// <summary>Whether an empty envelope is answered for one of them.</summary>
    public static bool IsItem(string resource) => resource is "offers";

    /// <summary>The answer.</summary>
    public static Answer Of(GhostAddress address) =>
        JsonAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray(address.Resource);
            json.WriteEndArray();
            if (address.Key is null)
            {
                new Paging(Paging.DefaultLimit, Page: 1, AsksForAll: false).WriteMeta(json, total: 0);
            }

            json.WriteEndObject();
        });
}
