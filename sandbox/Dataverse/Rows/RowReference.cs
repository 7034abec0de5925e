using System.Text.RegularExpressions;
using B2BConnector.Dataverse.Metadata;
using B2BConnector.OData.Keys;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Rows;

/// <summary>Finds the row that a text or an object in a body points to; a row that is not there is an error.</summary>
internal sealed partial class RowReference(DataReader data)
{
    /// <summary><c>/accounts(guid)</c>, <c>accounts(key='x')</c> or the same behind a service root.</summary>
    public (TableDefinition Table, Guid Id) Resolve(TableDefinition owner, string reference)
    {
        var path = ResourcePath.Parse(Uri.UnescapeDataString(ServiceRoot().Replace(reference, "")));
        if (!path.Ok || path.Value.Segments is not [{ Key: { } key } segment]) throw DataverseErrors.Payload(owner, $"Invalid URL '{reference}' in an @odata.bind annotation.");
        var table = data.Model.FindSet(segment.Name) ?? throw DataverseErrors.SegmentNotFound(segment.Name);
        var row = new RowKey(data, table).Find(key);
        if (row is null && key.Single is { } single) throw DataverseErrors.RowNotFound(table, Guid.Parse((string)single.Value!));
        return (table, DataReader.IdOf(table, row ?? throw DataverseErrors.KeyNotFound(table)));
    }

    /// <summary>A <c>crmbaseentity</c> parameter: <c>{"@odata.type":"Microsoft.Dynamics.CRM.account","accountid":"guid"}</c>; null stays null.</summary>
    public (TableDefinition Table, Guid Id)? Resolve(string parameter, JToken? value)
    {
        if (value is null or { Type: JTokenType.Null }) return null;
        var type = (string?)(value as JObject)?["@odata.type"] ?? throw DataverseErrors.InvalidArgument($"The parameter '{parameter}' needs an object with '@odata.type'.");
        var table = data.Model.FindTable(type[(type.LastIndexOf('.') + 1)..]) ?? throw DataverseErrors.InvalidArgument($"The parameter '{parameter}' names the unknown type '{type}'.");
        if (!Guid.TryParse((string?)value[table.PrimaryId], out var id)) throw DataverseErrors.InvalidArgument($"The parameter '{parameter}' needs '{table.PrimaryId}'.");
        data.Get(table, id);
        return (table, id);
    }

    [GeneratedRegex(@"^(https?://[^/]+)?(/api/data/v[0-9.]+)?/", RegexOptions.IgnoreCase)]
    private static partial Regex ServiceRoot();
}
