using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;

namespace B2BConnector.Commerce.Mail;

/// <summary>
/// E-mail templates by e-mail id and language, embedded as HTML; English is the default language. Placeholders are written %name%;
/// one that the notification type does not fill stays as it is. Values are encoded as HTML, and a value is never searched for placeholders.
/// </summary>
internal static partial class MailTemplates
{
    public static (string Subject, string Html) Render(string emailId, string language, IReadOnlyDictionary<string, string> values)
    {
        var template = Read(emailId, language.Split('-')[0].ToLowerInvariant()) ?? Read(emailId, "en")
            ?? throw new InvalidOperationException($"There is no template '{emailId}.en.html' in Mail/Templates.");
        var title = Title().Match(template).Groups["text"].Value;
        var subject = Fill(title, values, value => value.ReplaceLineEndings(" "));
        return (subject, Fill(template, values, WebUtility.HtmlEncode));
    }

    private static string Fill(string text, IReadOnlyDictionary<string, string> values, Func<string, string?> encode) =>
        Placeholder().Replace(text, match => values.TryGetValue(match.Groups["name"].Value, out var value) ? encode(value) ?? "" : match.Value);

    private static string? Read(string emailId, string language)
    {
        var name = $"B2BConnector.Commerce.Mail.Templates.{emailId}.{language}.html";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("%(?<name>[A-Za-z]+)%")]
    private static partial Regex Placeholder();

    [GeneratedRegex("<title>(?<text>[^<]*)</title>")]
    private static partial Regex Title();
}
