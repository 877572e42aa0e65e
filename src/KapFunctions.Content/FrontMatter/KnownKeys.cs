using System.Collections.Frozen;

namespace KapFunctions.Content.FrontMatter;

/// <summary>Folded keys of every generator's heads, by which a head is known that is not written as one.</summary>
internal static class KnownKeys
{
    private static readonly FrozenSet<string> All = FrozenSet.ToFrozenSet(
        """
        title date publishdate pubdate publishedat publishedtime published publish created createdat updated lastmod lastmodifiedat
        updateddate updatedat modified lastupdated datemodified expires expirydate expiresat unpublishdate draft private hidden
        status visibility slug permalink url path aliases alias redirectfrom redirects tags tag categories category series
        keywords author authors description summary excerpt customexcerpt subtitle layout type weight image images featureimage
        featuredimage heroimage cover coverimage thumbnail featured pinned canonical canonicalurl metatitle metadescription
        focus noindex robots ogtitle ogdescription ogimage reviewed reviewedby reviewedtext reviewevery sources publisher comments toc lang language locale translationof
        translatedtext id
        guid
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
    );

    public static bool Contains(string folded) => All.Contains(folded);
}
