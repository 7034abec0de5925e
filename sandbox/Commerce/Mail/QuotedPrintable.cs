using System.Text;

namespace B2BConnector.Commerce.Mail;

/// <summary>RFC 2045 section 6.7: lines of at most 76 characters, everything but printable ASCII as =XX.</summary>
internal static class QuotedPrintable
{
    private const int LineLength = 76;

    public static string Encode(string text)
    {
        var result = new StringBuilder();
        foreach (var line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            EncodeLine(line, result);
            result.Append("\r\n");
        }

        return result.ToString();
    }

    private static void EncodeLine(string line, StringBuilder result)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        var column = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            var value = bytes[at];
            var last = at == bytes.Length - 1;
            var plain = value is > 32 and < 127 and not (byte)'=' || (value is 32 or 9 && !last);
            var width = plain ? 1 : 3;
            if (column + width > LineLength - 1)
            {
                result.Append("=\r\n");
                column = 0;
            }

            if (plain)
            {
                result.Append((char)value);
            }
            else
            {
                result.Append('=').Append(value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }

            column += width;
        }
    }
}
