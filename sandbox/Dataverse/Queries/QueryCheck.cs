using B2BConnector.Dataverse.Metadata;
using B2BConnector.OData.Expressions;
using B2BConnector.OData.Query;

namespace B2BConnector.Dataverse.Queries;

/// <summary>Refuses query options that name what the table does not have, before a row is read.</summary>
internal static class QueryCheck
{
    public static void Check(OrganizationModel model, TableDefinition table, QueryOptions options)
    {
        if (options.Skip is not null) throw DataverseErrors.BadQuery("Skip Clause is not supported in CRM");
        foreach (var name in options.Select) RequireColumn(table, name);
        foreach (var item in options.OrderBy) RequireColumn(table, item.Property);
        if (options.Filter is not { } filter) return;
        foreach (var path in filter.Properties) RequirePath(model, table, path);
        if (FilterTypes.Mismatch(table, filter) is { } mismatch) throw DataverseErrors.BadQuery(mismatch);
    }

    private static void RequirePath(OrganizationModel model, TableDefinition table, PropertyPath path)
    {
        if (path.Segments is [var column])
        {
            if (model.Collection(table, column) is null) RequireColumn(table, column);
            return;
        }
        if (path.Segments is not [var navigation, var further]) throw DataverseErrors.Unsupported($"the path '{path.Name}' in $filter: more than one navigation property");
        if (table.Navigation(navigation) is not (_, { } target)) throw DataverseErrors.UnknownProperty(table, navigation);
        RequireColumn(model.Table(target), further);
    }

    private static void RequireColumn(TableDefinition table, string name)
    {
        if (table.ByWireName(name) is not { Readable: true }) throw DataverseErrors.UnknownProperty(table, name);
    }
}
