using System.Text.Json.Serialization;

namespace B2BConnector.Connector.Commerce.Rows;

/// <summary>A row of <c>CustomerHierarchyNodes</c>. Membership is versioned: a removed node stays with VersionRemoved set (inferred).</summary>
internal sealed record HierarchyNodeRow
{
    public const string Administrator = "Admin";

    public string CustomerHierarchyId { get; init; } = "";

    public string NodePartyNumber { get; init; } = "";

    public string? Role { get; init; }

    public int? VersionRemoved { get; init; }

    [JsonIgnore]
    public bool IsPresent => VersionRemoved is null or 0;

    [JsonIgnore]
    public bool IsAdministrator => IsPresent && Role == Administrator;
}
