using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Choices;
using B2BConnector.Connector.Features.Partners;
using B2BConnector.Connector.Security;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Credit;

/// <summary>Sets the credit limit of an organization. The site shows it when job 1010 has run.</summary>
internal sealed class SetCreditLimit : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPatch("/partners/{legalEntity}/{customerAccount}/credit-limit", HandleAsync)
        .Connector(
            "SetCreditLimit",
            "Set credit limit",
            "Sets the credit limit of a business partner and whether it may pay on account. What is not sent stays as it is. The site shows it when job 1010 has run.",
            Visibility.Important,
            404, 409, 502)
        .RequiresRole(Roles.Manage)
        .Idempotent()
        .Answers<CreditLimit>(200, "The credit limit as Commerce has it now.");

    private static async Task<IResult> HandleAsync(
        [Field("Legal Entity", ParameterTexts.LegalEntity, Choices = nameof(ListLegalEntities))] string legalEntity,
        [Field("Customer Account", ParameterTexts.CustomerAccount)] string customerAccount,
        SetCreditLimitRequest body,
        CreditLimits limits,
        IOptions<ConnectorOptions> options,
        CancellationToken cancel)
    {
        var problems = new RequestProblems();
        body.Check(problems);
        problems.ThrowIfAny();
        return new JsonAnswer(await limits.SetAsync(PartnerKey.Parse(legalEntity, customerAccount, options), body, cancel));
    }
}
