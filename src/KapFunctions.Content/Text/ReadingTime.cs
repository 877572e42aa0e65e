namespace KapFunctions.Content.Text;

/// <summary>Ghost's rule: 275 words a minute, and for pictures 12, 11, 10 … seconds, not below 3; at least one minute.
/// https://github.com/TryGhost/SDK/blob/main/packages/helpers/lib/utils/reading-time.ts</summary>
internal static class ReadingTime
{
    private const int WordsAMinute = 275;
    private const int FirstImageSeconds = 12;
    private const int LastImageSeconds = 3;

    public static int Minutes(int words, int images)
    {
        var seconds = words * 60.0 / WordsAMinute;
        for (var i = 0; i < images; i++)
        {
            seconds += Math.Max(LastImageSeconds, FirstImageSeconds - i);
            if (FirstImageSeconds - i <= LastImageSeconds)
            {
                seconds += (images - i - 1) * (double)LastImageSeconds;
                break;
            }
        }
        return Math.Max(1, (int)Math.Round(seconds / 60, MidpointRounding.AwayFromZero));
    }
}
