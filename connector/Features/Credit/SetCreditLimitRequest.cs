using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Errors;

namespace B2BConnector.Connector.Features.Credit;

/// <summary>Body of SetCreditLimit: what is not sent stays as it is.</summary>
internal sealed record SetCreditLimitRequest
{
    private const double Largest = 1_000_000_000_000;

    [Field("Amount", "New credit limit in the currency of the customer.", Least = 0, Most = Largest)]
    public decimal? Amount { get; init; }

    [Field("Is Mandatory", "Whether the limit is checked whatever the parameters of Commerce say.")]
    public bool? IsMandatory { get; init; }

    [Field("Allow On Account", "Whether the customer may pay on account.")]
    public bool? AllowOnAccount { get; init; }

    internal void Check(RequestProblems problems)
    {
        problems.Require(this != new SetCreditLimitRequest(), "body", "Send at least one thing to change.");
        problems.CheckFields(this);
        problems.Require(Amount is not { } amount || decimal.Round(amount, 2) == amount, "amount", "amount must have two decimals at most.");
    }
}
