using System.Globalization;
using System.Text;
using B2BConnector.Commerce.Headquarters;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Mail;

/// <summary>A mail as RFC 5322 text: HTML in UTF-8, quoted-printable, header values encoded where they leave ASCII.</summary>
internal static class EmlWriter
{
    public static string Write(JObject mail)
    {
        var date = DateTimeOffset.Parse(mail.Text("queuedAt"), CultureInfo.InvariantCulture);
        var headers = new[]
        {
            "From: " + mail.Text("from"),
            "To: " + HeaderText(mail.Text("to")),
            "Subject: " + HeaderText(mail.Text("subject")),
            "Date: " + date.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture),
            $"Message-ID: <{mail.Text("file")}@sandbox.invalid>",
            "X-Notification-Type: " + mail.Text("type"),
            "MIME-Version: 1.0",
            "Content-Type: text/html; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
        };
        return string.Join("\r\n", headers) + "\r\n\r\n" + QuotedPrintable.Encode(mail.Text("html"));
    }

    // RFC 2047: encoded words of at most 75 characters, cut between characters; 36 bytes of UTF-8 make 48 of base64.
    private static string HeaderText(string text)
    {
        if (text.All(c => c is >= ' ' and <= '~'))
        {
            return text;
        }

        var words = new List<string>();
        var bytes = new List<byte>();
        foreach (var rune in text.EnumerateRunes())
        {
            var next = Encoding.UTF8.GetBytes(rune.ToString());
            if (bytes.Count + next.Length > 36)
            {
                words.Add(Word(bytes));
                bytes.Clear();
            }

            bytes.AddRange(next);
        }

        words.Add(Word(bytes));
        return string.Join("\r\n ", words);
    }

    private static string Word(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String(bytes.ToArray())}?=";
}
