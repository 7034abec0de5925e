namespace B2BConnector.Connector.Store.Rows;

/// <summary>The customers that belong to a prospect. Numbers only.</summary>
internal sealed class EnsuredCustomers
{
    public required string LegalEntity { get; init; }

    public required string ProspectId { get; init; }

    public string? OrganizationAccount { get; set; }

    public string? OrganizationParty { get; set; }

    public string? PersonAccount { get; set; }

    public string? ContactPersonId { get; set; }

    public string? PersonParty { get; set; }

    public required DateTimeOffset At { get; set; }
}
