namespace B2BConnector.Dataverse.Metadata;

/// <summary>One column of a table. Names are logical names; the wire name of a lookup is <c>_name_value</c>.</summary>
public sealed record ColumnDefinition(string Name, ColumnKind Kind)
{
    public string Label { get; init; } = Name;

    /// <value>Text and memo: the longest value in UTF-16 units.</value>
    public int MaxLength { get; init; }

    public decimal Minimum { get; init; } = decimal.MinValue;

    public decimal Maximum { get; init; } = decimal.MaxValue;

    /// <value>Choice, state and status: value to label.</value>
    public IReadOnlyDictionary<int, string> Options { get; init; } = new Dictionary<int, string>();

    /// <value>Status: the state each value belongs to. State: the default status of each value.</value>
    public IReadOnlyDictionary<int, int> Pairs { get; init; } = new Dictionary<int, int>();

    /// <value>Choice and flag: the value of a new row; null = none.</value>
    public int? Default { get; init; }

    /// <value>Lookup: logical names of the tables it may point to.</value>
    public IReadOnlyList<string> Targets { get; init; } = [];

    public bool Creatable { get; init; } = true;

    public bool Updatable { get; init; } = true;

    /// <value>False for columns that can be written but never read back (the url of a callback registration).</value>
    public bool Readable { get; init; } = true;

    public string WireName { get; } = Kind == ColumnKind.Lookup ? $"_{Name}_value" : Name;

    /// <summary>The navigation property to a target: the column's name, or one per target (<c>objectid_lead</c>). Owners share one.</summary>
    public string Navigation(string target) => Targets.Count == 1 || Name is "ownerid" ? Name : $"{Name}_{target}";

    /// <summary>The EDM type on the wire.</summary>
    public string EdmType => Kind switch
    {
        ColumnKind.Id or ColumnKind.Lookup => "Edm.Guid",
        ColumnKind.Text or ColumnKind.Memo => "Edm.String",
        ColumnKind.Whole or ColumnKind.Choice or ColumnKind.State or ColumnKind.Status => "Edm.Int32",
        ColumnKind.BigInteger => "Edm.Int64",
        ColumnKind.Money or ColumnKind.Decimal => "Edm.Decimal",
        ColumnKind.Double => "Edm.Double",
        ColumnKind.Flag => "Edm.Boolean",
        ColumnKind.Date => "Edm.Date",
        _ => "Edm.DateTimeOffset",
    };
}
