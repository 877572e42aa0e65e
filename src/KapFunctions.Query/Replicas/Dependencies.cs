using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Replicas;

/// <summary>What was read through a view, in the words of <see cref="CacheTag"/>. It is noted where it is read, so that no answer
/// can forget to name what it shows. Beyond a few names a wider one stands for all of a kind.</summary>
public sealed class Dependencies
{
    /// <summary>A proxy may refuse an answer whose headers fill 4 KiB, and two of them hold these names.</summary>
    public const int MaxBytes = 1_700;

    private const int MaxPosts = 30;
    private const int MaxTerms = 6;
    private const int MaxFiles = 8;

    private readonly HashSet<string> posts = [];
    private readonly HashSet<string> terms = [];
    private readonly HashSet<string> files = [];
    private bool isOnOrder;
    private bool isOnAnyPost;
    private bool isOnAnyFile;

    /// <summary>Whether it also depends on what no entry of the log tells of, such as the search, which follows later.</summary>
    public bool IsOnMore { get; private set; }

    public IReadOnlyList<string> Tags =>
        [
            CacheTag.Site,
            .. isOnAnyPost ? [CacheTag.Lists]
            : isOnOrder ? [CacheTag.Posts, .. terms, .. posts]
            : terms.Concat(posts),
            .. isOnAnyFile ? [CacheTag.AnyMedia] : files,
        ];

    public void NoteMore() => IsOnMore = true;

    /// <summary>A post that is not visible may become so.</summary>
    internal void Note(PostRow post, DateTimeOffset now)
    {
        if (!post.IsVisible(now))
        {
            isOnOrder = true;
        }
        else if (!isOnAnyPost && posts.Add(CacheTag.Post(post.Id)) && posts.Count > MaxPosts)
        {
            NoteAnyPost();
        }
    }

    internal void NoteOrder() => isOnOrder = true;

    internal void NoteAnyPost()
    {
        isOnAnyPost = true;
        posts.Clear();
        terms.Clear();
    }

    internal void NoteTerms(IEnumerable<string> tags)
    {
        terms.UnionWith(tags);
        if (terms.Count > MaxTerms)
        {
            NoteAnyPost();
        }
    }

    internal void NoteFile(string path)
    {
        if (!isOnAnyFile && files.Add(CacheTag.File(path)) && files.Count > MaxFiles)
        {
            isOnAnyFile = true;
            files.Clear();
        }
    }
}
