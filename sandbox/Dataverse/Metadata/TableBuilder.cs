namespace B2BConnector.Dataverse.Metadata;

/// <summary>Writes a table down compactly: one line per type and length.</summary>
public sealed class TableBuilder(string logicalName, string setName, string primaryId, string primaryName, int typeCode)
{
    private readonly List<ColumnDefinition> _columns = [new(primaryId, ColumnKind.Id) { Updatable = false }];
    private readonly List<AlternateKey> _keys = [];

    public string LogicalName => logicalName;

    public string PrimaryId => primaryId;

    public string Label { get; set; } = "";

    public TableBuilder Text(int length, params string[] names) => Add(names, name => new(name, ColumnKind.Text) { MaxLength = length });

    public TableBuilder Memo(int length, params string[] names) => Add(names, name => new(name, ColumnKind.Memo) { MaxLength = length });

    public TableBuilder Whole(int minimum, int maximum, params string[] names) =>
        Add(names, name => new(name, ColumnKind.Whole) { Minimum = minimum, Maximum = maximum });

    public TableBuilder Money(decimal maximum, params string[] names) =>
        Add(names, name => new(name, ColumnKind.Money) { Minimum = -maximum, Maximum = maximum });

    public TableBuilder Double(params string[] names) => Add(names, name => new(name, ColumnKind.Double));

    public TableBuilder Flag(params string[] names) =>
        Add(names, name => new(name, ColumnKind.Flag) { Default = 0, Options = new Dictionary<int, string> { [0] = "No", [1] = "Yes" } });

    public TableBuilder Date(params string[] names) => Add(names, name => new(name, ColumnKind.Date));

    public TableBuilder DateTime(params string[] names) => Add(names, name => new(name, ColumnKind.DateTime));

    public TableBuilder Choice(string name, int? value, params (int Value, string Label)[] options) =>
        Add([name], _ => new(name, ColumnKind.Choice) { Default = value, Options = options.ToDictionary(option => option.Value, option => option.Label) });

    public TableBuilder Lookup(string name, params string[] targets) => Add([name], _ => new(name, ColumnKind.Lookup) { Targets = targets });

    /// <summary>The state model: states with their default status, then every status with its state.</summary>
    public TableBuilder States((int Value, string Label, int DefaultStatus)[] states, (int Value, int State, string Label)[] statuses) => Put(
        new("statecode", ColumnKind.State)
        {
            Creatable = false,
            Options = states.ToDictionary(state => state.Value, state => state.Label),
            Pairs = states.ToDictionary(state => state.Value, state => state.DefaultStatus),
        }).Put(
        new("statuscode", ColumnKind.Status)
        {
            Options = statuses.ToDictionary(status => status.Value, status => status.Label),
            Pairs = statuses.ToDictionary(status => status.Value, status => status.State),
        });

    /// <summary>Makes columns read-only: what a caller sends for them is ignored, as the platform does.</summary>
    public TableBuilder ReadOnly(params string[] names) => Change(names, column => column with { Creatable = false, Updatable = false });

    public TableBuilder CreateOnly(params string[] names) => Change(names, column => column with { Updatable = false });

    public TableBuilder WriteOnly(params string[] names) => Change(names, column => column with { Readable = false });

    public TableBuilder Key(string name, string label, params string[] columns)
    {
        _keys.Add(new AlternateKey(name, label, columns));
        return this;
    }

    /// <summary>The columns every table has: who, when, version.</summary>
    public TableBuilder Audited()
    {
        Lookup("createdby", "systemuser").Lookup("modifiedby", "systemuser").DateTime("createdon", "modifiedon", "overriddencreatedon");
        Whole(int.MinValue, int.MaxValue, "importsequencenumber").Put(new("versionnumber", ColumnKind.BigInteger));
        return ReadOnly("createdby", "modifiedby", "createdon", "modifiedon", "versionnumber").CreateOnly("overriddencreatedon", "importsequencenumber");
    }

    /// <summary>The columns of a table whose rows have an owner.</summary>
    public TableBuilder Owned() => Lookup("ownerid", "systemuser", "team").Lookup("owninguser", "systemuser").Lookup("owningteam", "team")
        .Lookup("owningbusinessunit", "businessunit").ReadOnly("owninguser", "owningteam", "owningbusinessunit");

    /// <summary>Adds a column unless the platform has it already.</summary>
    public TableBuilder Put(ColumnDefinition column)
    {
        if (!_columns.Exists(known => known.Name == column.Name)) _columns.Add(column);
        return this;
    }

    public bool Has(string column) => _columns.Exists(known => known.Name == column);

    public TableDefinition Build() =>
        new(logicalName, setName, primaryId, primaryName, typeCode, _columns) { Keys = _keys, Label = Label.Length > 0 ? Label : logicalName };

    private TableBuilder Add(string[] names, Func<string, ColumnDefinition> column)
    {
        foreach (var name in names) Put(column(name));
        return this;
    }

    private TableBuilder Change(string[] names, Func<ColumnDefinition, ColumnDefinition> change)
    {
        foreach (var name in names)
        {
            var at = _columns.FindIndex(column => column.Name == name);
            _columns[at] = change(_columns[at]);
        }
        return this;
    }
}
