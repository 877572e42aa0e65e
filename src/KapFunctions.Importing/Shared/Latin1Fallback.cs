using System.Text;

namespace KapFunctions.Importing.Shared;

/// <summary>Each byte that is no text in the encoding is the Latin-1 character of its number.</summary>
internal sealed class Latin1Fallback : DecoderFallback
{
    /// <summary>Bytes that are no UTF-8 are what old databases hold: Latin-1.</summary>
    public static Encoding Utf8OrLatin1 { get; } =
        Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new Latin1Fallback());

    public override int MaxCharCount => 4;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private byte[] bytes = [];
        private int given;

        public override int Remaining => bytes.Length - given;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (bytes, given) = ([.. bytesUnknown], 0);
            return bytes.Length > 0;
        }

        public override char GetNextChar() => given < bytes.Length ? (char)bytes[given++] : '\0';

        public override bool MovePrevious()
        {
            given -= given > 0 ? 1 : 0;
            return given > 0;
        }

        public override void Reset() => (bytes, given) = ([], 0);
    }
}
