namespace B2BConnector.Dataverse.Metadata;

/// <summary>Columns that identify a row besides its id.</summary>
public sealed record AlternateKey(string Name, string Label, IReadOnlyList<string> Columns);
