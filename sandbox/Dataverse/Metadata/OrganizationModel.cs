using B2BConnector.Dataverse.Metadata.Solution;
using B2BConnector.Dataverse.Metadata.Standard;
using B2BConnector.Dataverse.Security;

namespace B2BConnector.Dataverse.Metadata;

/// <summary>All tables, relationships, entity maps and views: what the platform and Sales bring, plus what the solution adds.</summary>
public sealed class OrganizationModel
{
    private readonly Dictionary<string, TableDefinition> _byName;
    private readonly Dictionary<string, TableDefinition> _bySet;

    private OrganizationModel(IEnumerable<TableDefinition> tables, IReadOnlyList<EntityMap> maps, IReadOnlyList<ViewDefinition> views, IReadOnlyList<SecurityRole> roles)
    {
        _byName = tables.ToDictionary(table => table.LogicalName);
        _bySet = _byName.Values.ToDictionary(table => table.SetName);
        Maps = maps;
        Views = views;
        Roles = roles;
    }

    public IEnumerable<TableDefinition> Tables => _byName.Values;

    public IReadOnlyList<EntityMap> Maps { get; }

    public IReadOnlyList<ViewDefinition> Views { get; }

    /// <summary>The roles there are: those of the sandbox's people, and the solution's.</summary>
    public IReadOnlyList<SecurityRole> Roles { get; }

    public IReadOnlyList<CollectionRelationship> Relationships => StandardRelationships.All;

    /// <summary>Reads the unpacked solution; null = the platform alone.</summary>
    /// <exception cref="Emulation.SandboxStartException">The folder is missing or a file in it cannot be read: the message names the file.</exception>
    public static OrganizationModel Load(string? solutionFolder)
    {
        var tables = StandardTables.All().ToDictionary(table => table.LogicalName);
        var maps = StandardMaps.All.ToList();
        var views = StandardViews.All.ToList();
        var roles = StandardRoles.All.ToList();
        if (solutionFolder is not null) SolutionReader.Apply(solutionFolder, tables, maps, views, roles);
        return new OrganizationModel(tables.Values.Select(table => table.Build()), maps, views, roles);
    }

    public TableDefinition Table(string logicalName) => _byName[logicalName];

    public TableDefinition? FindTable(string logicalName) => _byName.GetValueOrDefault(logicalName);

    public TableDefinition? FindSet(string setName) => _bySet.GetValueOrDefault(setName);

    /// <summary>The collection-valued navigation property of a table, or null.</summary>
    public CollectionRelationship? Collection(TableDefinition table, string name) =>
        Relationships.FirstOrDefault(relationship => relationship.Referenced == table.LogicalName && relationship.Name == name);

    /// <summary>Source column, target column pairs over all maps between two tables, without repetition of a target.</summary>
    public IEnumerable<KeyValuePair<string, string>> MapsBetween(string source, string target) =>
        Maps.Where(map => map.Source == source && map.Target == target).SelectMany(map => map.Columns).DistinctBy(pair => pair.Value);
}
