namespace B2BConnector.CustomCode.Dataverse;

/// <summary>New values of one row that is there.</summary>
/// <param name="Set">Entity set name, such as <c>accounts</c>.</param>
/// <param name="Id">The row.</param>
/// <param name="Columns">A JSON object of columns, in one line.</param>
internal sealed record RowUpdate(string Set, Guid Id, string Columns);
