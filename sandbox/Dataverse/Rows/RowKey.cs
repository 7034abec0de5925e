using B2BConnector.Dataverse.Metadata;
using B2BConnector.OData.Expressions;
using B2BConnector.OData.Keys;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Rows;

/// <summary>Finds rows by what stands in the parentheses: the id, or the values of an alternate key.</summary>
internal sealed class RowKey(DataReader data, TableDefinition table)
{
    /// <summary>The row, as it is stored: only to be read.</summary>
    public JObject? Find(KeyPredicate key) => IdOf(key) is { } id ? data.Look(table, id) : data.LookByKey(table, ValuesOf(key));

    /// <inheritdoc cref="Find"/>
    /// <exception cref="DataverseFault">404 in the words for an id or for a key.</exception>
    public JObject Get(KeyPredicate key) =>
        Find(key) ?? throw (IdOf(key) is { } id ? DataverseErrors.RowNotFound(table, id) : DataverseErrors.KeyNotFound(table));

    /// <summary>The id, when the key is one; null for an alternate key.</summary>
    public Guid? IdOf(KeyPredicate key)
    {
        var literal = key.Single ?? (key.Named is [var only] && only.Key == table.PrimaryId ? only.Value : null);
        if (literal is null) return null;
        return literal.Kind == LiteralKind.Guid ? Guid.Parse((string)literal.Value!) : throw DataverseErrors.BadQuery($"The key value '{literal.Value}' from query is invalid.");
    }

    /// <summary>The key's columns and values; the columns must be exactly those of one alternate key.</summary>
    public Dictionary<string, JToken> ValuesOf(KeyPredicate key)
    {
        var values = key.Named.ToDictionary(pair => pair.Key, pair => (JToken)pair.Value.Value);
        if (!table.Keys.Any(candidate => values.Keys.ToHashSet().SetEquals(candidate.Columns)))
            throw DataverseErrors.KeyNotDefined(table, string.Join(',', values.Keys));
        return values.ToDictionary(pair => pair.Key, pair => ColumnValue.Read(table, table.Column(pair.Key)!, pair.Value));
    }
}
