namespace B2BConnector.Dataverse.Metadata;

/// <summary>One table: names, columns and alternate keys.</summary>
public sealed record TableDefinition(string LogicalName, string SetName, string PrimaryId, string PrimaryName, int TypeCode, IReadOnlyList<ColumnDefinition> Columns)
{
    private readonly Dictionary<string, ColumnDefinition> _byName = Columns.ToDictionary(column => column.Name);
    private readonly Dictionary<string, ColumnDefinition> _byWire = Columns.ToDictionary(column => column.WireName);

    public string Label { get; init; } = LogicalName;

    public IReadOnlyList<AlternateKey> Keys { get; init; } = [];

    public bool IsOwned => _byName.ContainsKey("ownerid");

    /// <summary>The type name in contexts, errors and annotations.</summary>
    public string QualifiedName => "Microsoft.Dynamics.CRM." + LogicalName;

    public ColumnDefinition? Column(string logicalName) => _byName.GetValueOrDefault(logicalName);

    public ColumnDefinition? ByWireName(string name) => _byWire.GetValueOrDefault(name);

    /// <summary>The lookup and the target behind a single-valued navigation property; the target of an owner is open (null).</summary>
    public (ColumnDefinition Column, string? Target)? Navigation(string name)
    {
        foreach (var column in Columns.Where(column => column.Kind == ColumnKind.Lookup))
        {
            if (column.Name == "ownerid" && name == "ownerid") return (column, null);
            foreach (var target in column.Targets)
            {
                if (column.Navigation(target) == name) return (column, target);
            }
        }
        return null;
    }
}
