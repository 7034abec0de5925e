using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Credit;

/// <summary>The credit of a partner. For a user it is that of the organization: orders are invoiced to it.</summary>
internal sealed record CreditLimit
{
    [Field("Legal Entity", "Code of the legal entity in Commerce, in lower case.")]
    public string? LegalEntity { get; init; }

    [Field("Customer Account", "Account number that was asked for.")]
    public string? CustomerAccount { get; init; }

    [Field("Credit Account", "Account number of the customer whose limit counts.")]
    public string? CreditAccount { get; init; }

    [Field("Amount", "Credit limit in the currency of the customer; zero without a mandatory limit means that none is set.")]
    public decimal Amount { get; init; }

    [Field("Currency", "Currency code, for example USD.")]
    public string? Currency { get; init; }

    [Field("Is Mandatory", "Says that the limit is checked whatever the parameters of Commerce say.")]
    public bool IsMandatory { get; init; }

    [Field("Is Unlimited", "Says that credit management gives this customer unlimited credit.")]
    public bool IsUnlimited { get; init; }

    [Field("Allow On Account", "Says that the customer may pay on account.")]
    public bool AllowOnAccount { get; init; }

    [Field("Credit Rating", "Rating of the customer in Commerce.")]
    public string? CreditRating { get; init; }

    [Field("On Hold Status", "What the customer is blocked for in Commerce, No when for nothing.")]
    public string? OnHoldStatus { get; init; }

    [Field("Temporary Limits", "Limits that hold for a time only.")]
    public IReadOnlyList<TemporaryCreditLimit>? TemporaryLimits { get; init; }
}
