using System.Globalization;
using B2BConnector.Dataverse.Metadata;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Rows;

/// <summary>One JSON value for one column: type, length, range and options checked, dates in the platform's spelling.</summary>
internal static class ColumnValue
{
    public static JToken Read(TableDefinition table, ColumnDefinition column, JToken value)
    {
        if (value.Type == JTokenType.Null) return value;
        return column.Kind switch
        {
            ColumnKind.Text or ColumnKind.Memo => Text(table, column, value),
            ColumnKind.Flag => value.Type == JTokenType.Boolean ? value : throw Mismatch(table, column, value),
            ColumnKind.Whole or ColumnKind.BigInteger => InRange(table, column, Whole(table, column, value)),
            ColumnKind.Choice or ColumnKind.State or ColumnKind.Status => Option(table, column, Whole(table, column, value)),
            ColumnKind.Money or ColumnKind.Decimal or ColumnKind.Double => InRange(table, column, Number(table, column, value)),
            ColumnKind.Date => Date(table, column, value),
            ColumnKind.DateTime => Instant(table, column, value),
            _ => Guid.TryParse((string?)(value as JValue), out var id) ? new JValue(id.ToString()) : throw Mismatch(table, column, value),
        };
    }

    private static JToken Text(TableDefinition table, ColumnDefinition column, JToken value)
    {
        if (value.Type != JTokenType.String) throw Mismatch(table, column, value);
        var text = (string)value!;
        // The platform stores an empty text as null.
        if (text.Length == 0) return JValue.CreateNull();
        return text.Length <= column.MaxLength ? value : throw DataverseErrors.TooLong(table, column);
    }

    private static JToken Whole(TableDefinition table, ColumnDefinition column, JToken value)
    {
        if (value.Type != JTokenType.Integer) throw Mismatch(table, column, value);
        return ((JValue)value).Value is long ? value : throw DataverseErrors.OutOfRange(table, column, "given");
    }

    private static JToken Number(TableDefinition table, ColumnDefinition column, JToken value)
    {
        if (value.Type is not (JTokenType.Integer or JTokenType.Float)) throw Mismatch(table, column, value);
        return ((JValue)value).Value is long or decimal or double ? new JValue((decimal)value) : throw DataverseErrors.OutOfRange(table, column, "given");
    }

    private static JToken InRange(TableDefinition table, ColumnDefinition column, JToken value) =>
        (decimal)value >= column.Minimum && (decimal)value <= column.Maximum ? value : throw DataverseErrors.OutOfRange(table, column, value.ToString());

    private static JToken Option(TableDefinition table, ColumnDefinition column, JToken value)
    {
        if ((long)value is var number && number is >= int.MinValue and <= int.MaxValue && column.Options.ContainsKey((int)number)) return value;
        throw column.Kind == ColumnKind.Choice ? DataverseErrors.OutOfRange(table, column, value.ToString()) : DataverseErrors.StateAndStatus();
    }

    private static JValue Date(TableDefinition table, ColumnDefinition column, JToken value) =>
        value.Type == JTokenType.String && DateOnly.TryParseExact((string)value!, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? new JValue((string)value!)
            : throw Mismatch(table, column, value);

    private static JValue Instant(TableDefinition table, ColumnDefinition column, JToken value) =>
        value.Type == JTokenType.String && DateTimeOffset.TryParse((string)value!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? new JValue(DataWriter.Text(time))
            : throw Mismatch(table, column, value);

    // The value itself is not repeated: it may be personal data.
    private static DataverseFault Mismatch(TableDefinition table, ColumnDefinition column, JToken value) =>
        DataverseErrors.Payload(table, $"Cannot convert a value of JSON type '{value.Type}' of the property '{column.Name}' to the expected type '{column.EdmType}'.");
}
