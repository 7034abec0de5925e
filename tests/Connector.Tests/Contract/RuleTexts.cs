using System.Text.RegularExpressions;

namespace B2BConnector.Connector.Tests.Contract;

/// <summary>Forms of text that several rules ask for.</summary>
internal static partial class RuleTexts
{
    /// <summary>Product names and words that no text of a connector may hold.</summary>
    public static readonly string[] Forbidden =
        ["Power Apps", "Power Automate", "Power BI", "Power Pages", "Power Platform", "Copilot Studio", "Dataverse", "Logic Apps", "Microsoft Flow", "Dynamics 365"];

    public static bool IsSentence(string text) => text.Length is > 0 and <= 500 && char.IsUpper(text[0]) && text[^1] is '.' or '!' or '?';

    public static bool IsTitleCase(string text) => text.Length is > 0 and <= 80 && text.Split(' ').All(word => char.IsUpper(word[0]) || char.IsDigit(word[0]));

    public static bool Says(string one, string other) => Plain(one) == Plain(other);

    public static string Plain(string text) => NoLetter().Replace(text, "").ToUpperInvariant();

    [GeneratedRegex("[^A-Za-z0-9]")]
    private static partial Regex NoLetter();
}
