using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Choices;
using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Approvals;

/// <summary>Rejects a prospect.</summary>
internal sealed class RejectProspect : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/prospects/{legalEntity}/{prospectId}/reject", HandleAsync)
        .Connector(
            "RejectProspect",
            "Reject prospect",
            "Rejects a pending prospect, upon which Commerce tells the requester. A rejected prospect is answered as already decided.",
            Visibility.Important,
            404, 409, 422, 502)
        .RequiresRole(Roles.Decide)
        .Idempotent()
        .Answers<DecisionAnswer>(200, "The prospect is rejected.");

    private static async Task<IResult> HandleAsync(
        [Field("Legal Entity", ParameterTexts.LegalEntity, Choices = nameof(ListLegalEntities))] string legalEntity,
        [Field("Prospect ID", ParameterTexts.ProspectId)] string prospectId,
        [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] RejectRequest? body,
        ProspectDecisions decisions,
        IOptions<ConnectorOptions> options,
        CancellationToken cancel)
    {
        var problems = new RequestProblems();
        problems.CheckFields(body ?? new RejectRequest());
        problems.ThrowIfAny();
        return new JsonAnswer(await decisions.RejectAsync(ProspectKey.Parse(legalEntity, prospectId, options), body?.Reason, cancel));
    }
}
