using System.Xml;

namespace KapFunctions.Pictures.Cleaning;

/// <summary>Finds whose a picture is in an XMP packet: <c>dc:rights</c> of Dublin Core.</summary>
internal static class XmpRights
{
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 1 << 20,
    };

    /// <summary>The first language's text; null where there is none, or the packet is damaged.</summary>
    public static string? Read(ReadOnlySpan<byte> packet)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(packet.ToArray()), Settings);
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                if (reader.GetAttribute("rights", DublinCore) is { } attribute)
                {
                    return attribute;
                }

                if (reader is { LocalName: "rights", NamespaceURI: DublinCore })
                {
                    return FirstText(reader);
                }
            }
        }
        catch (XmlException)
        {
            // It goes either way.
        }

        return null;
    }

    private static string? FirstText(XmlReader reader)
    {
        using var inside = reader.ReadSubtree();
        while (inside.Read())
        {
            if (inside.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                return inside.Value;
            }
        }

        return null;
    }
}
