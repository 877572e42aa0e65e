using Markdig.Parsers;
using Markdig.Syntax;

namespace KapFunctions.Content.Alerts;

/// <summary>What stands between two lines of colons.</summary>
internal abstract class ColonBlock(BlockParser parser) : ContainerBlock(parser)
{
    /// <summary>How many colons open it; as many, or more, close it.</summary>
    public required int Colons { get; init; }

    public bool IsClosed { get; set; }
}

/// <summary>Finds where such a block ends; what kind of block begins, its heirs say.</summary>
internal abstract class ColonBlockParser : BlockParser
{
    private const int MaxDepth = 8;

    protected ColonBlockParser() => OpeningCharacters = [':'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (
            processor.IsCodeIndent
            || !processor.Line.AsSpan().StartsWith(":::")
            || Depth(processor.CurrentContainer) >= MaxDepth
            || Open(processor) is not { } block
        )
        {
            return BlockState.None;
        }
        block.Line = processor.LineIndex;
        processor.NewBlocks.Push(block);
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var open = (ColonBlock)block;
        var line = processor.Line.AsSpan().Trim();
        if (line.Length < open.Colons || line.ContainsAnyExcept(':') || IsInside(open.LastChild))
        {
            // What is inside sees its own indentation: without it an item of a list ends at its first empty line.
            processor.GoToColumn(processor.ColumnBeforeIndent);
            return BlockState.Continue;
        }
        open.IsClosed = true;
        return BlockState.BreakDiscard;
    }

    /// <summary>The block that begins at this line of at least three colons; null for none.</summary>
    protected abstract ColonBlock? Open(BlockProcessor processor);

    /// <summary>True where a block or code within it is still to be ended.</summary>
    private static bool IsInside(Block? last) =>
        last is ColonBlock { IsClosed: false } or FencedCodeBlock { ClosingFencedCharCount: 0 };

    private static int Depth(Block? container)
    {
        var depth = 0;
        for (; container is not null; container = container.Parent)
        {
            depth += container is ColonBlock ? 1 : 0;
        }
        return depth;
    }
}
