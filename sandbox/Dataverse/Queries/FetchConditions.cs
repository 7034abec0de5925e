using System.Globalization;
using System.Xml.Linq;
using B2BConnector.Dataverse.Metadata;
using B2BConnector.OData.Evaluation;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Queries;

/// <summary>Filters and conditions of FetchXML as predicates over stored rows.</summary>
internal sealed class FetchConditions(TableDefinition table, Guid caller)
{
    private const StringComparison Text = StringComparison.OrdinalIgnoreCase;

    public Func<JObject, bool> Filter(XElement filter)
    {
        if (filter.Elements().FirstOrDefault(element => element.Name.LocalName is not ("filter" or "condition")) is { } unknown)
            throw DataverseErrors.Unsupported($"the FetchXML element '{unknown.Name.LocalName}' in a filter");
        var parts = filter.Elements("filter").Select(Filter).Concat(filter.Elements("condition").Select(Condition)).ToList();
        return (filter.Attribute("type")?.Value ?? "and") switch
        {
            "and" => row => parts.TrueForAll(part => part(row)),
            "or" => row => parts.Exists(part => part(row)),
            var type => throw DataverseErrors.BadFetch($"Invalid filter type '{type}'."),
        };
    }

    public ColumnDefinition Column(string? name) =>
        name is not null && table.Column(name) is { Readable: true } column ? column : throw DataverseErrors.UnknownAttribute(table, name ?? "");

    private Func<JObject, bool> Condition(XElement condition)
    {
        if (condition.Attribute("entityname") is not null) throw DataverseErrors.Unsupported("FetchXML conditions with 'entityname'");
        var column = Column(condition.Attribute("attribute")?.Value);
        var (wire, text) = (column.WireName, condition.Attribute("value")?.Value);
        var date = column.Kind is ColumnKind.Date or ColumnKind.DateTime;
        int? Order(JObject row) => TokenComparison.IsNull(row[wire]) ? null : TokenComparison.Compare(row[wire], Value(column, text), Text, date);
        bool Like(JObject row, string pattern) => row[wire] is { Type: JTokenType.String } value && LikePattern.Sql((string)value!, pattern, Text);
        var list = condition.Elements("value").Select(value => Value(column, value.Value)).ToList();
        bool In(JObject row) => list.Exists(value => TokenComparison.Compare(row[wire], value, Text) == 0);
        return condition.Attribute("operator")?.Value switch
        {
            "eq-userid" => row => (string?)row[wire] == caller.ToString(),
            "ne-userid" => row => (string?)row[wire] != caller.ToString(),
            "null" => row => TokenComparison.IsNull(row[wire]),
            "not-null" => row => !TokenComparison.IsNull(row[wire]),
            "eq" => row => Order(row) == 0,
            "ne" or "neq" => row => Order(row) != 0,
            "gt" => row => Order(row) > 0,
            "ge" => row => Order(row) >= 0,
            "lt" => row => Order(row) < 0,
            "le" => row => Order(row) <= 0,
            "like" => row => Like(row, text ?? ""),
            "not-like" => row => !Like(row, text ?? ""),
            "begins-with" => row => Like(row, text + "%"),
            "ends-with" => row => Like(row, "%" + text),
            "in" => In,
            "not-in" => row => !In(row),
            var other => throw DataverseErrors.Unsupported($"the FetchXML operator '{other}'"),
        };
    }

    private JValue Value(ColumnDefinition column, string? text)
    {
        if (text is null) throw DataverseErrors.BadFetch($"The condition on '{column.Name}' needs a value.");
        switch (column.Kind)
        {
            case ColumnKind.Flag when text is "0" or "1" or "true" or "false":
                return new JValue(text is "1" or "true");
            case ColumnKind.Whole or ColumnKind.BigInteger or ColumnKind.Choice or ColumnKind.State or ColumnKind.Status or ColumnKind.Money or ColumnKind.Decimal or ColumnKind.Double:
                return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? new JValue(number) : throw Bad(column);
            case ColumnKind.Id or ColumnKind.Lookup:
                return Guid.TryParse(text, out var id) ? new JValue(id.ToString()) : throw Bad(column);
            case ColumnKind.Flag:
                throw Bad(column);
            default:
                return new JValue(text);
        }
    }

    private static DataverseFault Bad(ColumnDefinition column) => DataverseErrors.BadFetch($"The value of the condition on '{column.Name}' is not of its type.");
}
