using KapFunctions.Delivery.Lists;
using KapFunctions.Http;

namespace KapFunctions.Delivery.Ghost;

/// <summary>Memberships, which Ghost has: well-formed and empty, since clients ask for them all the same.</summary>
internal static class GhostEmpty
{
    public static bool IsList(string resource) => resource is "tiers" or "newsletters" or "recommendations";

    public static bool IsItem(string resource) => resource is "offers";

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
