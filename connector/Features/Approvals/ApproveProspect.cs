using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Features.Choices;
using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Security;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Approvals;

/// <summary>Approves a prospect and reads back that the partner can work.</summary>
internal sealed class ApproveProspect : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/prospects/{legalEntity}/{prospectId}/approve", HandleAsync)
        .Connector(
            "ApproveProspect",
            "Approve prospect",
            "Approves a pending prospect and checks that its customer hierarchy has the requester as administrator. An approved prospect is answered as already decided.",
            Visibility.Important,
            404, 409, 422, 502)
        .RequiresRole(Roles.Decide)
        .Idempotent()
        .Answers<DecisionAnswer>(200, "The prospect is approved.");

    private static async Task<IResult> HandleAsync(
        [Field("Legal Entity", ParameterTexts.LegalEntity, Choices = nameof(ListLegalEntities))] string legalEntity,
        [Field("Prospect ID", ParameterTexts.ProspectId)] string prospectId,
        ProspectDecisions decisions,
        IOptions<ConnectorOptions> options,
        CancellationToken cancel) =>
        new JsonAnswer(await decisions.ApproveAsync(ProspectKey.Parse(legalEntity, prospectId, options), cancel));
}
