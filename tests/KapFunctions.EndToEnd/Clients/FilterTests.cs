using KapFunctions.Testing;

namespace KapFunctions.EndToEnd.Clients;

/// <summary>Filters mean what they mean in Ghost, by its own code.</summary>
public sealed class FilterTests(FilterSite filters) : IClassFixture<FilterSite>
{
    [FactWith<NodeClients>]
    public Task Random_filters_find_and_refuse_what_Ghost_does() =>
        NodeClients.PassesAsync("nql.test.mjs", filters.Site.Address);
}
