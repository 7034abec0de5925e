using System.Text.Json.Serialization;

namespace B2BConnector.Connector.Features.Customers;

/// <summary>How a customer came to be there.</summary>
internal enum CustomerOutcome
{
    [JsonStringEnumMemberName("created")]
    Created,

    [JsonStringEnumMemberName("adopted")]
    Adopted,

    /// <summary>Customers:Creation is OnApproval, and Commerce has not created it yet.</summary>
    [JsonStringEnumMemberName("onApproval")]
    OnApproval,
}
