using System.Buffers;
using System.Text.RegularExpressions;

namespace KapFunctions.Content.Comments;

/// <summary>Marks by which other systems keep a part of a text for people who are logged in: comments of Ghost's and of WordPress's
/// blocks, and shortcodes of its plug-ins. Code shows them to readers.</summary>
internal sealed partial class RestrictedPart : TextPass
{
    /// <summary>How much of a text a mark may take, in characters.</summary>
    private const int MaxLength = 500;

    private static readonly SearchValues<char> Beginnings = SearchValues.Create("<[`$\\");

    private Dictionary<string, int>? closings;
    private (int Line, string Mark)? found;

    private RestrictedPart(string text)
        : base(text, Beginnings) { }

    /// <summary>The first mark in a text, with its line, counted from 0; null for none.</summary>
    public static (int Line, string Mark)? In(string text)
    {
        if (!MayBeIn(text))
        {
            return null;
        }
        var pass = new RestrictedPart(text);
        pass.Changed();
        return pass.found;
    }

    protected override int Take()
    {
        if (
            found is not null
            || Mark().Match(Text, At, Math.Min(MaxLength, Text.Length - At)) is not { Success: true } mark
        )
        {
            return 0;
        }
        var closing = mark.Groups["name"].Value;
        if (closing.Length > 0 && !IsClosed(closing))
        {
            return 0;
        }
        found = (Text.AsSpan(0, At).Count('\n'), mark.Value);
        return mark.Length;
    }

    /// <summary>Looking on from each of very many marks would take too long: where each name is closed last is found once.</summary>
    private bool IsClosed(string name)
    {
        if (closings is null)
        {
            closings = new(StringComparer.OrdinalIgnoreCase);
            foreach (Match closing in Closing().Matches(Text))
            {
                closings[closing.Groups["name"].Value] = closing.Index;
            }
        }
        return closings.TryGetValue(name, out var last) && last > At;
    }

    private static bool MayBeIn(string text) =>
        text.Contains("[/", StringComparison.Ordinal)
        || text.Contains("members-only", StringComparison.OrdinalIgnoreCase)
        || text.Contains("wp:", StringComparison.Ordinal);

    [GeneratedRegex(
        @"\[/(?<name>[a-z0-9_-]{1,40})\]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Closing();

    [GeneratedRegex(
        @"\G(<!--\s*members-only\s*-->"
            + @"|<!--\s*wp:(jetpack/paywall|jetpack/subscriber|premium-content/)[^>]{0,300}>"
            + @"|<!--\s*wp:[a-z0-9/-]{1,60}\s[^>]{0,300}""blockVisibility"":[^>]{0,300}>"
            + @"|\[(?<name>(restrict|restricted|private|protected|premium|paid|paywall|members?([_-]?only)?|subscribers?([_-]?only)?|membership"
            + @"|(is_)?logged_?in|members_(logged_in|access)|wpmem_logged_in|wlm_[a-z_]{1,20}|pmpro_membership|mepr-(show|active)|rcp_[a-z_]{1,20}"
            + @"|s2if|emember_protected|wcm_restrict|arm_restrict_content|um_loggedin|ihc-hide-content|passster|content_protector|hide_?content))"
            + @"(\s[^\[\]\n]{0,200})?\](?![(\[:]))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Mark();
}
