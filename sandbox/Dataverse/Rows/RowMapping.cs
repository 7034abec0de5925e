using B2BConnector.Dataverse.Metadata;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Rows;

/// <summary>Fills a new row from another by the entity maps between their tables.</summary>
internal static class RowMapping
{
    public static RowChanges Apply(OrganizationModel model, TableDefinition source, JObject row, TableDefinition target)
    {
        var changes = new RowChanges();
        foreach (var (from, to) in model.MapsBetween(source.LogicalName, target.LogicalName))
        {
            if (source.Column(from) is not { } column || target.Column(to) is not { } wanted || row[column.WireName] is not { } value) continue;
            if (wanted.Kind == ColumnKind.Lookup)
            {
                if (Lookups.Get(row, from) is { } lookup) changes.SetLookup(to, lookup.Table, lookup.Id);
            }
            // A map never makes a row invalid: a longer text is cut, as the platform does for mapped columns (inferred).
            else if (wanted.MaxLength > 0 && value is { Type: JTokenType.String } && (string)value! is var text && text.Length > wanted.MaxLength)
            {
                changes.Set(to, text[..wanted.MaxLength]);
            }
            else
            {
                changes.Set(to, value.DeepClone());
            }
        }
        return changes;
    }
}
