using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Features.Choices;
using B2BConnector.Connector.Security;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>Reads the hierarchy that an approval made, with its users and channels.</summary>
internal sealed class GetCustomerHierarchy : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/partners/{legalEntity}/{customerAccount}/hierarchy", HandleAsync)
        .Connector(
            "GetCustomerHierarchy",
            "Get customer hierarchy",
            "Reads the hierarchy of a business partner from the account of its organization, with its users and the channels it may use.",
            Visibility.Important,
            404, 409, 502)
        .RequiresRole(Roles.Read)
        .Answers<CustomerHierarchy>(200, "The hierarchy.");

    private static async Task<IResult> HandleAsync(
        [Field("Legal Entity", ParameterTexts.LegalEntity, Choices = nameof(ListLegalEntities))] string legalEntity,
        [Field("Customer Account", ParameterTexts.CustomerAccount)] string customerAccount,
        [Field("Hierarchy ID", ParameterTexts.HierarchyId, Visibility = Visibility.Advanced)] string? hierarchyId,
        PartnerReader reader,
        CommerceHierarchies hierarchies,
        IOptions<ConnectorOptions> options,
        CancellationToken cancel)
    {
        var partner = await reader.FindAsync(PartnerKey.Parse(legalEntity, customerAccount, options), hierarchyId, cancel);
        return new JsonAnswer(new CustomerHierarchy
        {
            LegalEntity = partner.Key.LegalEntity,
            CustomerAccount = partner.Organization.CustomerAccount,
            OrganizationName = string.IsNullOrWhiteSpace(partner.Organization.OrganizationName) ? null : partner.Organization.OrganizationName,
            HierarchyId = partner.HierarchyId,
            Name = partner.Hierarchy.Name,
            Channels = await hierarchies.ListChannelsAsync(partner.HierarchyId, cancel),
            Users = await reader.UsersAsync(partner, cancel),
        });
    }
}
