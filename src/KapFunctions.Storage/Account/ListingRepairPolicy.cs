using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Azure.Core;
using Azure.Core.Pipeline;

namespace KapFunctions.Storage.Account;

/// <summary>Lets a listing survive a blob whose name holds a character that XML cannot: one such name (U+0007, say) makes
/// Azurite's listing of the whole container fail to parse. The character becomes U+FFFD, and who lists then finds a name that
/// nobody can address, which is reported. Azure itself encodes such names.</summary>
internal sealed partial class ListingRepairPolicy : HttpPipelineSynchronousPolicy
{
    /// <summary>What stands for a character that a listing cannot hold.</summary>
    public const char Replacement = '\uFFFD';

    public override void OnReceivedResponse(HttpMessage message)
    {
        if (!IsListing(message) || message.Response.ContentStream is not { } content)
        {
            return;
        }

        using var reader = new StreamReader(content, Encoding.UTF8);
        message.Response.ContentStream = new MemoryStream(Encoding.UTF8.GetBytes(Repaired(reader.ReadToEnd())));
    }

    /// <summary>The document without characters and character references that XML 1.0 does not allow.</summary>
    internal static string Repaired(string xml) =>
        CharacterReference()
            .Replace(
                string.Create(
                    xml.Length,
                    xml,
                    static (span, source) =>
                    {
                        for (var i = 0; i < span.Length; i++)
                        {
                            span[i] =
                                XmlConvert.IsXmlChar(source[i]) || char.IsSurrogate(source[i])
                                    ? source[i]
                                    : Replacement;
                        }
                    }
                ),
                match => IsAllowed(match) ? match.Value : Replacement.ToString()
            );

    private static bool IsListing(HttpMessage message) =>
        message.Response.Status == 200
        && message.Request.Method == RequestMethod.Get
        && message.Request.Uri.Query.Contains("comp=list", StringComparison.Ordinal);

    private static bool IsAllowed(Match reference)
    {
        var digits = reference.Groups["hex"];
        var code = digits.Success
            ? Convert.ToInt32(digits.Value, 16)
            : int.Parse(reference.Groups["decimal"].ValueSpan, provider: null);
        return code is 0x9 or 0xA or 0xD or (>= 0x20 and not (>= 0xD800 and <= 0xDFFF) and not (0xFFFE or 0xFFFF));
    }

    [GeneratedRegex("&#(?:x(?<hex>[0-9a-fA-F]{1,6})|(?<decimal>[0-9]{1,7}));")]
    private static partial Regex CharacterReference();
}
