using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Features.Choices;
using B2BConnector.Connector.Security;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>Lists who may buy for a partner.</summary>
internal sealed class ListPartnerUsers : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/partners/{legalEntity}/{customerAccount}/users", HandleAsync)
        .Connector(
            "ListPartnerUsers",
            "List partner users",
            "Lists the users of a business partner with role and e-mail address, administrators first.",
            Visibility.Important,
            404, 409, 502)
        .RequiresRole(Roles.Read)
        .Answers<PartnerUserList>(200, "The users.");

    private static async Task<IResult> HandleAsync(
        [Field("Legal Entity", ParameterTexts.LegalEntity, Choices = nameof(ListLegalEntities))] string legalEntity,
        [Field("Customer Account", ParameterTexts.CustomerAccount)] string customerAccount,
        [Field("Hierarchy ID", ParameterTexts.HierarchyId, Visibility = Visibility.Advanced)] string? hierarchyId,
        PartnerReader reader,
        IOptions<ConnectorOptions> options,
        CancellationToken cancel)
    {
        var partner = await reader.FindAsync(PartnerKey.Parse(legalEntity, customerAccount, options), hierarchyId, cancel);
        return new JsonAnswer(new PartnerUserList { Value = await reader.UsersAsync(partner, cancel) });
    }
}
