using System.Text.RegularExpressions;

namespace B2BConnector.Host.ConsolePages.Live;

/// <summary>Hides the local part of e-mail addresses in HTML, encoded characters included.</summary>
internal static partial class EmailMask
{
    public static string Apply(string html) => Address().Replace(html, match => $"{match.Groups["first"].Value}•••@{match.Groups["domain"].Value}");

    [GeneratedRegex(@"(?<first>&#?\w+;|[\p{L}\p{N}_%+-])(?:&#?\w+;|[\p{L}\p{N}._%+'!#$*/=?^`{|}~-])*@(?<domain>(?:&#?\w+;|[\p{L}\p{N}-])+(?:\.(?:&#?\w+;|[\p{L}\p{N}-])+)+)")]
    private static partial Regex Address();
}
