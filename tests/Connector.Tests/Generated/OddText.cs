using System.Text;

namespace B2BConnector.Connector.Tests.Generated;

/// <summary>Texts that are right and that careless code breaks, and texts that are wrong.</summary>
internal static class OddText
{
    /// <summary>Every text of an attack begins with it, so that it is recognized wherever it turns up.</summary>
    public const string Marker = "zq7";

    private static readonly string[] Pieces =
    [
        "\U0001F600", "\U0001F468\u200D\U0001F469\u200D\U0001F467", "\U0001F1F3\U0001F1F1", "\U00020BB7", "\U0010FFFF", "e\u0301", "\u00E9", "Z\u0351\u036B\u0343", "\u0645\u0631\u062D\u0628\u0627",
        "\u202Eabc\u202C", "\u05E9\u05DC\u05D5\u05DD", "\u200B", "\u00AD", "\uFEFF", "\uFFFD", "\uFFFE", "\u2028", "\u00A0", "\u0130", "\u0131", "\u00DF", "\uFF07", "\u2019", "\u01C6", "\u1E9E", "\u3000", "\u03A3\u03C2",
        "\t", "\r\n", "\"", "\\", "/", "'", "''", "&", "%", "+", "#", "?", "=", ";", ",", "|", "~", "\u20AC", "a", "B", "7", " ",
    ];

    private static readonly string[] Attacks =
    [
        "' or '1' eq '1", "') or ('a' eq 'a", "'' or ''", "' and PartyNumber eq 'PTY-ANN", "'&$expand=Party&x='", "?cross-company=false", "$filter=ProspectId ne null", "',dataAreaId='demf", "')/Party(PartyNumber='1",
        "'; DROP TABLE \"Leases\";--", "%27%20or%20%271%27%20eq%20%271", "\u2019 or 1 eq 1", "\uFF07 or 1 eq 1", "@{triggerBody()}", "{0}{1}", "${jndi:ldap://x}", "' or startswith(ProspectId,'P') or '", "\\u0027 or 1", "'\r\nX-Injected: 1",
        "'/$count", "' or contains(tolower(CompanyName),'a') and '", "null", "' eq null or not ('", "\"},{\"x\":\"", "a'b'c'd", "/../../CustomersV3", "%2e%2e%2f", "*)(uid=*",
    ];

    /// <summary>Begins and ends with something other than white space, which the connector leaves out.</summary>
    public static string Unicode(SeededChoices choices, int units)
    {
        var text = new StringBuilder();
        while (text.Length < units)
        {
            text.Append(choices.Of(Pieces));
        }

        return Bordered(Cut(text.ToString(), units));
    }

    public static string Attack(SeededChoices choices) => Marker + choices.Of(Attacks);

    /// <summary>As long as asked in UTF-16 units and in code points alike.</summary>
    public static string OfLength(SeededChoices choices, int length) => new(choices.Of("aZ\u00E9\u05D0\u4E2D\uFF07'\u0E01".ToCharArray()), length);

    public static string Control(SeededChoices choices)
    {
        var sign = (char)choices.Of([0, 1, 7, 8, 11, 12, 14, 27, 31, 127, 0x80, 0x85, 0x9F]);
        return choices.Of([$"{sign}", $"a{sign}", $"{sign}b", $"a{sign}b"]);
    }

    private static string Cut(string text, int units)
    {
        var end = Math.Min(units, text.Length);
        return end > 0 && char.IsHighSurrogate(text[end - 1]) ? text[..(end - 1)] : text[..end];
    }

    private static string Bordered(string text)
    {
        if (text.Length == 0)
        {
            return "x";
        }

        var inner = text.ToCharArray();
        (inner[0], inner[^1]) = (char.IsWhiteSpace(inner[0]) ? 'x' : inner[0], char.IsWhiteSpace(inner[^1]) ? 'x' : inner[^1]);
        return new string(inner);
    }
}
