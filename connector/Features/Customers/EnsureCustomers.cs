using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Choices;
using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Security;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Customers;

/// <summary>Makes sure that company and buyer are customers in Commerce: adopted where they exist, never doubled.</summary>
internal sealed class EnsureCustomers : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/prospects/{legalEntity}/{prospectId}/customers", HandleAsync)
        .Connector(
            "EnsureCustomers",
            "Create or adopt customers",
            "Makes sure that the company and the buyer of a prospect are customers in Commerce. Customers that exist are adopted, so the call may be repeated.",
            Visibility.Important,
            404, 409, 422, 502)
        .RequiresRole(Roles.Manage)
        .Idempotent()
        .Answers<EnsureCustomersAnswer>(200, "Both are customers in Commerce.");

    private static async Task<IResult> HandleAsync(
        [Field("Legal Entity", ParameterTexts.LegalEntity, Choices = nameof(ListLegalEntities))] string legalEntity,
        [Field("Prospect ID", ParameterTexts.ProspectId)] string prospectId,
        EnsureCustomersRequest body,
        CustomerEnsurer ensurer,
        IOptions<ConnectorOptions> options,
        CancellationToken cancel)
    {
        var problems = new RequestProblems();
        problems.CheckFields(body);
        problems.ThrowIfAny();
        return new JsonAnswer(await ensurer.EnsureAsync(ProspectKey.Parse(legalEntity, prospectId, options), body.Organization!, body.Person!, cancel));
    }
}
