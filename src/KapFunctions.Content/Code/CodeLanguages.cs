using System.Collections.Frozen;

namespace KapFunctions.Content.Code;

internal static class CodeLanguages
{
    private static readonly (string, string)[] SlashStar = [("/*", "*/")];

    private static readonly CodeLanguage CSharp = CLike(
        "abstract as async await base bool break byte case catch char class const continue decimal default delegate do double else enum event "
            + "explicit extern finally fixed float for foreach get if implicit in init int interface internal is lock long namespace new object "
            + "operator out override params private protected public readonly record ref required return sealed set short sizeof static string "
            + "struct switch this throw try typeof uint ulong using value var virtual void volatile when where while with yield"
    );

    private static readonly CodeLanguage JavaScript = CLike(
        "any as async await boolean break case catch class const constructor continue debugger declare default delete do else enum export extends "
            + "finally for from function get if implements import in instanceof interface keyof let namespace never new number of private protected "
            + "public readonly return satisfies set static string super switch this throw try type typeof unknown var void while with yield"
    ) with
    {
        LongQuotes = ["`"],
        Literals = Words("true false null undefined NaN Infinity"),
    };

    private static readonly CodeLanguage Java = CLike(
        "abstract assert boolean break byte case catch char class companion const continue data default do double else enum extends final finally "
            + "float for fun if implements import in instanceof int interface is lateinit let long native new object open override package private "
            + "protected public record return sealed short static super suspend switch synchronized this throw throws try val var void volatile when while"
    ) with
    {
        LongQuotes = ["\"\"\""],
        VariableMarks = "@",
    };

    private static readonly CodeLanguage C = CLike(
        "alignas alignof asm auto bool break case catch char class concept const constexpr continue co_await co_return decltype default delete do "
            + "double else enum explicit export extern float for friend goto if inline int long mutable namespace new noexcept nullptr operator "
            + "override private protected public register requires return short signed sizeof static struct switch template this throw try typedef "
            + "typename union unsigned using virtual void volatile while"
    );

    private static readonly CodeLanguage Go = CLike(
        "any bool break byte case chan const continue default defer else error fallthrough float64 for func go goto if import int int64 interface map "
            + "package range return rune select string struct switch type uint var"
    ) with
    {
        LongQuotes = ["`"],
        Literals = Words("true false nil iota"),
    };

    // An apostrophe is a lifetime more often than a character.
    private static readonly CodeLanguage Rust = CLike(
        "as async await bool break const continue crate dyn else enum extern f64 fn for i32 i64 if impl in let loop match mod move mut pub ref return "
            + "self Self static str struct super trait type u32 u64 u8 unsafe use usize where while"
    ) with
    {
        Quotes = "\"",
        Literals = Words("true false None Some Ok Err"),
    };

    private static readonly CodeLanguage Swift = CLike(
        "as async await break case catch class continue default defer deinit do else enum extension fallthrough false fileprivate for func get guard if "
            + "import in init inout internal is let open override private protocol public repeat return self Self set some static struct super switch "
            + "throw throws try typealias var where while"
    ) with
    {
        Literals = Words("true false nil"),
        LongQuotes = ["\"\"\""],
        VariableMarks = "@",
    };

    private static readonly CodeLanguage Php = CLike(
        "abstract and array as break callable case catch class clone const continue declare default do echo else elseif empty enum extends final finally "
            + "fn for foreach function global if implements include instanceof interface isset list match namespace new or print private protected public "
            + "readonly require return static switch throw trait try unset use var while yield"
    ) with
    {
        LineComments = ["//", "#"],
        VariableMarks = "$",
    };

    private static readonly CodeLanguage Css = new()
    {
        BlockComments = SlashStar,
        HasKeys = true,
        VariableMarks = "@$",
        Keywords = Words("important media import font-face keyframes supports layer container"),
    };

    private static readonly CodeLanguage Python = new()
    {
        LineComments = ["#"],
        LongQuotes = ["\"\"\"", "'''"],
        VariableMarks = "@",
        Literals = Words("True False None"),
        Keywords = Words(
            "and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal "
                + "not or pass raise return self try while with yield"
        ),
    };

    private static readonly CodeLanguage Ruby = new()
    {
        LineComments = ["#"],
        VariableMarks = "@$",
        Literals = Words("true false nil"),
        Keywords = Words(
            "alias and attr_accessor attr_reader begin break case class def defined do else elsif end ensure extend for if in include module next not or "
                + "private protected public raise redo require rescue retry return self super then undef unless until when while yield"
        ),
    };

    private static readonly CodeLanguage Shell = new()
    {
        LineComments = ["#"],
        VariableMarks = "$",
        Literals = Words("true false"),
        Keywords = Words(
            "alias case cd do done echo elif else esac eval exec exit export fi for function if in local read return set shift sudo then trap unset until while"
        ),
    };

    private static readonly CodeLanguage PowerShell = new()
    {
        LineComments = ["#"],
        BlockComments = [("<#", "#>")],
        VariableMarks = "$",
        IgnoresCase = true,
        Literals = [],
        Keywords = Words(
            "begin break catch class continue do else elseif end enum exit filter finally for foreach function if in param process return switch throw try until using while"
        ),
    };

    private static readonly CodeLanguage Sql = new()
    {
        LineComments = ["--"],
        BlockComments = SlashStar,
        IgnoresCase = true,
        Keywords = Words(
            "add all alter and as asc begin between by case check column commit constraint create cross database default delete desc distinct drop else end "
                + "exists foreign from full grant group having if in index inner insert into is join key left like limit not offset on or order outer primary "
                + "procedure references returning right rollback select set table then top transaction trigger truncate union unique update using values view "
                + "when where with"
        ),
    };

    private static readonly CodeLanguage Json = new()
    {
        Quotes = "\"",
        LineComments = ["//"],
        BlockComments = SlashStar,
        HasKeys = true,
    };

    private static readonly CodeLanguage Yaml = new()
    {
        LineComments = ["#"],
        HasKeys = true,
        Literals = Words("true false null yes no on off"),
    };

    private static readonly CodeLanguage Toml = new()
    {
        LineComments = ["#", ";"],
        LongQuotes = ["\"\"\"", "'''"],
        HasKeys = true,
        Literals = Words("true false on off"),
    };

    private static readonly CodeLanguage Docker = new()
    {
        LineComments = ["#"],
        VariableMarks = "$",
        Keywords = Words(
            "ADD ARG AS CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR"
        ),
    };

    private static readonly CodeLanguage Haskell = new()
    {
        LineComments = ["--"],
        BlockComments = [("{-", "-}")],
        Quotes = "\"",
        Literals = Words("True False Nothing Just"),
        Keywords = Words(
            "case class data deriving do else forall if import in infix instance let module newtype of then type where"
        ),
    };

    private static readonly CodeLanguage Lua = new()
    {
        LineComments = ["--"],
        Literals = Words("true false nil"),
        Keywords = Words(
            "and break do else elseif end for function goto if in local not or repeat return then until while"
        ),
    };

    private static readonly CodeLanguage Markup = new() { BlockComments = [("<!--", "-->")], IsMarkup = true };

    private static readonly CodeLanguage Diff = new() { IsDiff = true };

    public static readonly FrozenDictionary<string, CodeLanguage> ByName = Names(
        (CSharp, "c# cs csharp dotnet fs fsharp f# razor"),
        (JavaScript, "js javascript jsx ts typescript tsx mjs cjs node svelte vue astro"),
        (Java, "java kotlin kt scala groovy gradle dart"),
        (C, "c c++ cpp cc h hpp objc objective-c arduino cuda glsl"),
        (Go, "go golang"),
        (Rust, "rust rs zig"),
        (Swift, "swift"),
        (Php, "php"),
        (Css, "css scss sass less"),
        (Python, "py python python3 ipython gdscript"),
        (Ruby, "rb ruby erb crystal"),
        (Shell, "sh bash zsh shell shell-session console terminal fish"),
        (PowerShell, "powershell ps1 pwsh ps"),
        (Sql, "sql mysql postgres postgresql sqlite tsql plsql"),
        (Json, "json jsonc json5"),
        (Yaml, "yaml yml"),
        (Toml, "toml ini properties conf cfg editorconfig dotenv"),
        (Docker, "docker dockerfile"),
        (Haskell, "haskell hs elm"),
        (Lua, "lua"),
        (Markup, "html xml svg xhtml htm xaml csproj rss"),
        (Diff, "diff patch")
    );

    private static CodeLanguage CLike(string keywords) =>
        new()
        {
            LineComments = ["//"],
            BlockComments = SlashStar,
            Keywords = Words(keywords),
        };

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, CodeLanguage> Names(params (CodeLanguage Language, string Names)[] all) =>
        all.SelectMany(entry => entry.Names.Split(' ').Select(name => KeyValuePair.Create(name, entry.Language)))
            .ToFrozenDictionary(StringComparer.Ordinal);
}
