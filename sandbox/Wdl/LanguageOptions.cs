namespace B2BConnector.Wdl;

/// <summary>
/// How the language behaves where its sources contradict each other: the documentation, recordings of the local host, measurements in the
/// cloud. One property per conflict; the defaults are what a workflow meets on the local host, unless a property says why not.
/// </summary>
public sealed record LanguageOptions
{
    /// <summary>The defaults.</summary>
    public static LanguageOptions Default { get; } = new();

    /// <summary>
    /// What equals(), contains(), union() and intersection() call equal besides values of one type. Default: nothing (measured in the cloud).
    /// </summary>
    public MixedEquality MixedEquality { get; init; } = MixedEquality.Never;

    /// <summary>
    /// Whether less(), greater() and their relatives order texts by character codes, upper case before lower case (recorded on the local
    /// host). Default: no, casing does not count (measured in the cloud).
    /// </summary>
    public bool OrdinalTextOrder { get; init; }

    /// <summary>Whether first('') and last('') are null (measured in the cloud). Default: no, they are the empty text (recorded on the local host).</summary>
    public bool EndOfEmptyTextIsNull { get; init; }

    /// <summary>Whether int() refuses text with a decimal point, '1.0' too (measured in the cloud). Default: no, '1.0' is 1 (recorded on the local host).</summary>
    public bool IntRefusesDecimalPoint { get; init; }

    /// <summary>
    /// Whether setProperty() leaves an existing member where it stands (measured in the cloud). Default: no, it moves to the end (recorded
    /// on the local host).
    /// </summary>
    public bool SetPropertyKeepsOrder { get; init; }

    /// <summary>
    /// Whether lastIndexOf(text, '') is the length of the text, as .NET has it since version 5. Default: no, it is one less, and -1 in an
    /// empty text unless both are empty (documented).
    /// </summary>
    public bool LastIndexOfEmptyIsLength { get; init; }

    /// <summary>Whether json() gives values that are neither text nor content as they are (measured in the cloud). Default: no, it refuses them (recorded on the local host).</summary>
    public bool JsonPassesValues { get; init; }

    /// <summary>
    /// Whether a selector that names no member may be a path: <c>['body/name']</c> finds what <c>['body']['name']</c> finds (measured in the cloud;
    /// cloud flows are written so). Default: no.
    /// </summary>
    public bool SelectsByPath { get; init; }

    /// <summary>
    /// The most characters that concat(), string() and base64() may give. Default: 131,072, the limit of expression results on the page
    /// about limits; the page about functions says 104,857,600 for concat().
    /// </summary>
    public int MaxTextLength { get; init; } = 131_072;
}
