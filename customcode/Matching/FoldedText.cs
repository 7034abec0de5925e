using System.Globalization;
using System.Text;

namespace B2BConnector.CustomCode.Matching;

/// <summary>Text without case, width and Latin diacritics. Marks of other scripts stay: in kana they make another letter.</summary>
internal static class FoldedText
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            switch (c)
            {
                case >= '\u0300' and <= '\u036F': break;
                case 'ß': folded.Append("ss"); break;
                case 'æ': folded.Append("ae"); break;
                case 'œ': folded.Append("oe"); break;
                case 'ø': folded.Append('o'); break;
                case 'ł': folded.Append('l'); break;
                case 'đ' or 'ð': folded.Append('d'); break;
                case 'þ': folded.Append("th"); break;
                case 'ı': folded.Append('i'); break;
                default: folded.Append(c); break;
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    public static bool IsWordPart(char c) => char.IsLetterOrDigit(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Surrogate;
}
