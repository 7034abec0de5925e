namespace B2BConnector.Dataverse.Metadata;

/// <summary>Which column of a new row takes its value from which column of the row it is made from.</summary>
public sealed record EntityMap(string Source, string Target, IReadOnlyList<KeyValuePair<string, string>> Columns);
