using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Headquarters;

/// <summary>Reading sparse rows.</summary>
internal static class RowText
{
    /// <summary>The text of a column, empty when it was never written.</summary>
    public static string Text(this JObject row, string column) => (string?)row[column] ?? "";

    /// <summary>Headquarters compares text without regard to case and to blanks at the end.</summary>
    public static bool Is(this JObject row, string column, string value) =>
        string.Equals(row.Text(column).TrimEnd(), value.TrimEnd(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Copies the columns that have a value, under the same or another name.</summary>
    public static void CopyTo(this JObject from, JObject to, params (string From, string To)[] columns)
    {
        foreach (var (source, target) in columns)
        {
            if (from[source] is { } value && !(value.Type == JTokenType.String && value.ToString().Length == 0))
            {
                to[target] = value.DeepClone();
            }
        }
    }
}
