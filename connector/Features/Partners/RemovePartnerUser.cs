using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Choices;
using B2BConnector.Connector.Security;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>Takes a user out of the hierarchy; the customer or contact stays, as in Commerce.</summary>
internal sealed class RemovePartnerUser : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/partners/{legalEntity}/{customerAccount}/users/{partyNumber}", HandleAsync)
        .Connector(
            "RemovePartnerUser",
            "Remove partner user",
            "Takes a user out of the hierarchy of a business partner. The customer or contact itself stays. The site knows it when job 1010 has run.",
            Visibility.Important,
            404, 409, 502)
        .RequiresRole(Roles.Manage)
        .Idempotent()
        .Answers<RemovePartnerUserAnswer>(200, "The person is no user of the partner.");

    private static async Task<IResult> HandleAsync(
        [Field("Legal Entity", ParameterTexts.LegalEntity, Choices = nameof(ListLegalEntities))] string legalEntity,
        [Field("Customer Account", ParameterTexts.CustomerAccount)] string customerAccount,
        [Field("Party Number", ParameterTexts.PartyNumber)] string partyNumber,
        [Field("Hierarchy ID", ParameterTexts.HierarchyId, Visibility = Visibility.Advanced)] string? hierarchyId,
        PartnerUsers users,
        IOptions<ConnectorOptions> options,
        CancellationToken cancel)
    {
        var problems = new RequestProblems();
        PartnerKey.RequireNumber(problems, partyNumber, "partyNumber");
        problems.ThrowIfAny();
        return new JsonAnswer(await users.RemoveAsync(PartnerKey.Parse(legalEntity, customerAccount, options), hierarchyId, partyNumber, cancel));
    }
}
