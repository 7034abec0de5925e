using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Security;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Choices;

/// <summary>The customer groups of a legal entity.</summary>
internal sealed class ListCustomerGroups : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/legal-entities/{legalEntity}/customer-groups", HandleAsync)
        .Connector("ListCustomerGroups", "List customer groups", "Lists the customer groups of a legal entity, for drop-downs.", Visibility.Internal, 404, 502)
        .RequiresRole(Roles.Read)
        .Answers<ChoiceList>(200, "The customer groups.");

    private static async Task<IResult> HandleAsync(
        [Field("Legal Entity", ParameterTexts.LegalEntity, Choices = nameof(ListLegalEntities))] string legalEntity,
        CommerceCustomers customers,
        IOptions<ConnectorOptions> options,
        CancellationToken cancel)
    {
        var groups = await customers.ListGroupsAsync(ProspectKey.Served(legalEntity, options), cancel);
        return new JsonAnswer(new ChoiceList
        {
            Value = [.. groups.OrderBy(group => group.CustomerGroupId, StringComparer.OrdinalIgnoreCase).Select(group => new Choice
            {
                Id = group.CustomerGroupId,
                Name = string.IsNullOrWhiteSpace(group.Description) ? group.CustomerGroupId : $"{group.Description} ({group.CustomerGroupId})",
            })],
        });
    }
}
