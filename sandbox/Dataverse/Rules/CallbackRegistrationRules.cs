using B2BConnector.Dataverse.Callbacks;
using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Queries;
using B2BConnector.Dataverse.Rows;
using B2BConnector.OData.Expressions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Rules;

/// <summary>A registration is checked when it is made, not when the first event comes. Writing it again lifts its suspension.</summary>
internal sealed class CallbackRegistrationRules : ITableRules
{
    public void Creating(DataWriter data, TableDefinition table, JObject row, RowChanges changes) => Check(data, row);

    public void Updating(DataWriter data, TableDefinition table, JObject before, JObject row, RowChanges changes)
    {
        Check(data, row);
        row.Remove(CallbackEvents.SuspendedMember);
    }

    private static void Check(DataWriter data, JObject row)
    {
        foreach (var required in (string[])["entityname", "message", "scope", "url"])
        {
            if (row[required] is null or { Type: JTokenType.Null }) throw DataverseErrors.InvalidArgument($"The required attribute '{required}' of callback registration is missing.");
        }
        var name = (string)row["entityname"]!;
        var target = data.Model.FindTable(name) ?? throw DataverseErrors.InvalidArgument($"The entity with a name = '{name}' was not found in the MetadataCache.");
        if (!Uri.TryCreate((string)row["url"]!, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw DataverseErrors.InvalidArgument("The attribute 'url' of callback registration is not an absolute http or https address.");
        foreach (var column in CallbackEvents.FilteringAttributes(row))
        {
            if (target.Column(column) is null) throw DataverseErrors.UnknownAttribute(target, column);
        }
        if ((string?)row["filterexpression"] is { Length: > 0 } filter) CheckFilter(target, filter);
        if ((string?)row["postponeuntil"] is { Length: > 0 }) throw DataverseErrors.Unsupported("'postponeuntil' of callback registrations");
    }

    private static void CheckFilter(TableDefinition target, string filter)
    {
        var parsed = FilterParser.Parse(filter);
        var problem = parsed.Ok
            ? parsed.Value.Properties.Where(path => path.Segments.Count > 1 || target.ByWireName(path.Name) is not { Readable: true })
                .Select(path => $"Could not find a property named '{path.Name}' on type 'CallbackRegistration.{target.LogicalName}'.").FirstOrDefault() ?? FilterTypes.Mismatch(target, parsed.Value)
            : parsed.Problem.Message;
        if (problem is null) return;
        throw DataverseErrors.InvalidArgument(
            $"Exception parsing {filter} submitted for attribute filterexpression of callback registration. Target entity: {target.LogicalName}. Exception: Microsoft.OData.ODataException: {problem}");
    }
}
