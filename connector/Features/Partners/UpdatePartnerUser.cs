using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Choices;
using B2BConnector.Connector.Security;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>Changes a user: name, e-mail address, role.</summary>
internal sealed class UpdatePartnerUser : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPatch("/partners/{legalEntity}/{customerAccount}/users/{partyNumber}", HandleAsync)
        .Connector(
            "UpdatePartnerUser",
            "Update partner user",
            "Changes name, e-mail address, telephone number, role or state of a user. The site knows it when job 1010 has run.",
            Visibility.Important,
            404, 409, 502)
        .RequiresRole(Roles.Manage)
        .Idempotent()
        .Answers<UpdatePartnerUserAnswer>(200, "The user is as asked.");

    private static async Task<IResult> HandleAsync(
        [Field("Legal Entity", ParameterTexts.LegalEntity, Choices = nameof(ListLegalEntities))] string legalEntity,
        [Field("Customer Account", ParameterTexts.CustomerAccount)] string customerAccount,
        [Field("Party Number", ParameterTexts.PartyNumber)] string partyNumber,
        [Field("Hierarchy ID", ParameterTexts.HierarchyId, Visibility = Visibility.Advanced)] string? hierarchyId,
        UpdatePartnerUserRequest body,
        PartnerUsers users,
        IBuyers buyers,
        IOptions<ConnectorOptions> options,
        CancellationToken cancel)
    {
        var problems = new RequestProblems();
        PartnerKey.RequireNumber(problems, partyNumber, "partyNumber");
        body.Check(problems, buyers.CanBeDisabled);
        problems.ThrowIfAny();
        return new JsonAnswer(await users.UpdateAsync(PartnerKey.Parse(legalEntity, customerAccount, options), hierarchyId, partyNumber, body, cancel));
    }
}
