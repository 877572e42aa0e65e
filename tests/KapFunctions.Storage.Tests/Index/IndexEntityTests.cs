using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using FsCheck.Xunit;
using KapFunctions.Storage.Index;

namespace KapFunctions.Storage.Tests.Index;

public sealed class IndexEntityTests
{
    private static readonly Head SomeHead = new("epoch", 7, Complete: true, "rendering", Restoring: true);

    [Property]
    public bool A_row_of_any_length_comes_back_as_it_was_written(string text, ushort repeats)
    {
        var json = JsonSerializer.Serialize(string.Concat(Enumerable.Repeat(text ?? "é😀", repeats % 4_000)));

        return IndexEntity.DataOf(IndexEntity.FromJson("key", json)) == json;
    }

    [Theory]
    [InlineData(31_999, 1)]
    [InlineData(32_000, 1)]
    [InlineData(32_001, 2)]
    [InlineData(64_000, 2)]
    public void No_property_is_longer_than_tables_allow(int characters, int properties)
    {
        var entity = IndexEntity.FromJson("key", new string('x', characters));
        var data = entity.Where(property => property.Key.StartsWith("Data", StringComparison.Ordinal)).ToList();

        Assert.Equal(properties, data.Count);
        Assert.All(data, property => Assert.InRange(((string)property.Value).Length, 1, 32_768));
        Assert.Equal(characters, IndexEntity.DataOf(entity).Length);
    }

    /// <summary>A transaction's bytes are counted before it is sent; too few would have the service refuse it whole.</summary>
    [Property]
    public bool An_entity_is_never_larger_than_it_is_taken_for(string text)
    {
        var entity = IndexEntity.FromJson("key", text ?? "");

        return Encoding.UTF8.GetByteCount(JsonSerializer.Serialize(entity.ToDictionary()))
            <= IndexEntity.MostBytes(entity);
    }

    [Fact]
    public void A_row_that_somebody_corrupted_counts_as_lost() =>
        Assert.Multiple(
            () => Assert.Null(IndexEntity.Read(IndexEntity.FromJson("key", "{"), IndexJson.Default.ClaimRow)),
            () => Assert.Null(IndexEntity.Read(new TableEntity("site", "key"), IndexJson.Default.ClaimRow))
        );

    [Fact]
    public void A_head_comes_back_as_it_was_written() =>
        Assert.Equal(SomeHead, IndexEntity.ReadHead(IndexEntity.From(SomeHead)));

    [Theory]
    [InlineData(nameof(Head.Epoch), "")]
    [InlineData(nameof(Head.Epoch), 1)]
    [InlineData(nameof(Head.Sequence), -1L)]
    [InlineData(nameof(Head.Sequence), "7")]
    [InlineData(nameof(Head.Rendering), null)]
    public void A_head_that_somebody_corrupted_counts_as_lost(string property, object? value)
    {
        var entity = IndexEntity.From(SomeHead);
        entity[property] = value;

        Assert.Null(IndexEntity.ReadHead(entity));
    }
}
