using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Features.Choices;
using B2BConnector.Connector.Features.Partners;
using B2BConnector.Connector.Security;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Credit;

/// <summary>Reads the credit limit that counts for a partner or one of its users.</summary>
internal sealed class GetCreditLimit : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/partners/{legalEntity}/{customerAccount}/credit-limit", HandleAsync)
        .Connector("GetCreditLimit", "Get credit limit", "Reads the credit limit of a business partner; for a user it is that of the organization.", Visibility.Important, 404, 502)
        .RequiresRole(Roles.Read)
        .Answers<CreditLimit>(200, "The credit limit.");

    private static async Task<IResult> HandleAsync(
        [Field("Legal Entity", ParameterTexts.LegalEntity, Choices = nameof(ListLegalEntities))] string legalEntity,
        [Field("Customer Account", ParameterTexts.AnyCustomerAccount)] string customerAccount,
        CreditLimits limits,
        IOptions<ConnectorOptions> options,
        CancellationToken cancel) =>
        new JsonAnswer(await limits.ReadAsync(PartnerKey.Parse(legalEntity, customerAccount, options), cancel));
}
