using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Choices;
using B2BConnector.Connector.Security;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>Gives a partner one more user.</summary>
/// <remarks>Assumed: Commerce sends its mail to a new user from the synchronization job only, so not for one that is added here.</remarks>
internal sealed class AddPartnerUser : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/partners/{legalEntity}/{customerAccount}/users", HandleAsync)
        .Connector(
            "AddPartnerUser",
            "Add partner user",
            "Makes a person a user of a business partner. A person who is a user already is answered as such, so the call may be repeated. The user can sign in when job 1010 has run.",
            Visibility.Important,
            404, 409, 502)
        .RequiresRole(Roles.Manage)
        .Idempotent()
        .Answers<AddPartnerUserAnswer>(200, "The person is a user of the partner.");

    private static async Task<IResult> HandleAsync(
        [Field("Legal Entity", ParameterTexts.LegalEntity, Choices = nameof(ListLegalEntities))] string legalEntity,
        [Field("Customer Account", ParameterTexts.CustomerAccount)] string customerAccount,
        [Field("Hierarchy ID", ParameterTexts.HierarchyId, Visibility = Visibility.Advanced)] string? hierarchyId,
        AddPartnerUserRequest body,
        PartnerUsers users,
        IOptions<ConnectorOptions> options,
        CancellationToken cancel)
    {
        var problems = new RequestProblems();
        problems.CheckFields(body);
        problems.ThrowIfAny();
        return new JsonAnswer(await users.AddAsync(PartnerKey.Parse(legalEntity, customerAccount, options), hierarchyId, body, cancel));
    }
}
