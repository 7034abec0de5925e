namespace B2BConnector.CustomCode.Matching;

/// <summary>A row that fits, and why.</summary>
public sealed class Match
{
    /// <summary>Id of the row.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the account, full name of the contact.</summary>
    public required string Name { get; init; }

    /// <summary>One or more of <c>email</c>, <c>parentOfContact</c>, <c>name</c>, separated by a comma.</summary>
    public required string Reason { get; init; }
}
