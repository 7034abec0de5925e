namespace B2BConnector.Connector.Commerce.Rows;

/// <summary>A row of <c>CDSContactPersonsV2</c>.</summary>
internal sealed record ContactRow
{
    public const string TypeEnumeration = "smmContactPersonCDSAssociatedContactType";
    public const string OfCustomer = "Customer";

    public string? ContactPersonId { get; init; }

    public string? ContactPersonPartyNumber { get; init; }

    public string? AssociatedContactType { get; init; }

    public string? AssociatedContactNumber { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? PrimaryEmailAddress { get; init; }

    public string? PrimaryPhoneNumber { get; init; }

    /// <summary>Yes or No. Inferred: what the pages call Enabled is the opposite of this column.</summary>
    public string? IsInactive { get; init; }
}
