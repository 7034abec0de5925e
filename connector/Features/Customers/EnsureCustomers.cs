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
        problems.RequireText(body.Organization?.Name, "organization.name", 100);
        problems.AllowText(body.Organization?.RegistrationNumber, "organization.registrationNumber", 50);
        problems.AllowText(body.Organization?.Phone, "organization.phone", 255);
        problems.AllowEmail(body.Organization?.Email, "organization.email");
        problems.AllowText(body.Organization?.Website, "organization.website", 255);
        problems.RequireText(body.Person?.FirstName, "person.firstName", 100);
        problems.RequireText(body.Person?.LastName, "person.lastName", 100);
        problems.RequireEmail(body.Person?.Email, "person.email");
        problems.AllowText(body.Person?.Phone, "person.phone", 255);
        problems.ThrowIfAny();
        return TypedResults.Ok(await ensurer.EnsureAsync(ProspectKey.Parse(legalEntity, prospectId, options), body.Organization!, body.Person!, cancel));
    }
}
