using System.Globalization;
using B2BConnector.Dataverse.Metadata;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Rows;

/// <summary>Formatted values of numbers and dates in the language of the sandbox organization (English, United States, UTC).</summary>
internal static class ValueFormat
{
    public static string? Text(ColumnKind kind, JToken value) => kind switch
    {
        ColumnKind.Whole or ColumnKind.BigInteger => ((long)value).ToString("N0", CultureInfo.InvariantCulture),
        ColumnKind.Money => "$" + ((decimal)value).ToString("N2", CultureInfo.InvariantCulture),
        ColumnKind.Decimal or ColumnKind.Double => ((decimal)value).ToString("N2", CultureInfo.InvariantCulture),
        ColumnKind.Date => DateOnly.Parse((string)value!, CultureInfo.InvariantCulture).ToString("M/d/yyyy", CultureInfo.InvariantCulture),
        ColumnKind.DateTime => DateTimeOffset.Parse((string)value!, CultureInfo.InvariantCulture).ToString("M/d/yyyy h:mm tt", CultureInfo.InvariantCulture),
        _ => null,
    };
}
