using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Customers;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>Where buyers are kept: one implementation for each buyer model.</summary>
internal interface IBuyers
{
    /// <summary>Several administrators are allowed in the model of contacts, exactly one in that of person customers.</summary>
    bool AllowsSeveralAdministrators { get; }

    /// <summary>Whether a buyer can be disabled and stay in the hierarchy.</summary>
    bool CanBeDisabled { get; }

    /// <summary>The buyers among these parties, by party number.</summary>
    Task<Dictionary<string, Buyer>> ListAsync(Partner partner, IReadOnlyCollection<string> parties, CancellationToken cancel);

    /// <summary>The buyer with this e-mail address who belongs to the partner, or could.</summary>
    /// <exception cref="ConnectorException">several_matches or email_in_use.</exception>
    Task<Buyer?> FindByEmailAsync(Partner partner, string email, CancellationToken cancel);

    Task<Buyer> CreateAsync(Partner partner, PersonRequest person, CancellationToken cancel);

    /// <summary>Makes sure that a buyer who was there before can buy for this partner.</summary>
    Task<Buyer> AdoptAsync(Partner partner, Buyer buyer, CancellationToken cancel);

    Task UpdateAsync(Partner partner, Buyer buyer, BuyerChanges changes, CancellationToken cancel);
}
