using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Callbacks;

/// <summary>
/// What a callback posts: the row as it is after the save, without nulls, with <c>_x_type</c> (entity set) beside lookups and <c>_x_label</c>
/// beside choices as trigger bodies show them, then ItemInternalId, SdkMessage, RowVersion, RunAsSystemUserId.
/// </summary>
internal static class CallbackBody
{
    public static JObject Of(DataReader data, TableDefinition table, CallbackMessage message, JObject row, Guid runAs)
    {
        var body = new JObject();
        foreach (var column in message == CallbackMessage.Delete ? table.Columns.Take(1) : table.Columns.Where(column => column.Readable))
        {
            if (row[column.WireName] is not { } value) continue;
            body[column.WireName] = value.DeepClone();
            if (column.Kind == ColumnKind.Lookup && Lookups.Get(row, column.Name) is { } lookup)
                body[$"_{column.Name}_type"] = data.Model.Table(lookup.Table).SetName;
            else if (column.Kind is ColumnKind.Choice or ColumnKind.State or ColumnKind.Status)
                body[$"_{column.Name}_label"] = column.Options.GetValueOrDefault((int)value);
        }
        body["ItemInternalId"] = row[table.PrimaryId]!.DeepClone();
        body["SdkMessage"] = message.ToString();
        body["RowVersion"] = row["versionnumber"]?.ToString();
        body["RunAsSystemUserId"] = runAs.ToString();
        return body;
    }
}
