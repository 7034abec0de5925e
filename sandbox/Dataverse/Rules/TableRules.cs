using System.Collections.Frozen;
using B2BConnector.Dataverse.Metadata;

namespace B2BConnector.Dataverse.Rules;

internal static class TableRules
{
    private static readonly DefaultRules Default = new();

    private static readonly FrozenDictionary<string, ITableRules> ByTable = new Dictionary<string, ITableRules>
    {
        ["lead"] = new LeadRules(),
        ["contact"] = new ContactRules(),
        ["opportunity"] = new OpportunityRules(),
        ["annotation"] = new AnnotationRules(),
        ["callbackregistration"] = new CallbackRegistrationRules(),
    }.ToFrozenDictionary();

    public static ITableRules For(TableDefinition table) => ByTable.GetValueOrDefault(table.LogicalName, Default);
}
