using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Features.Choices;
using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Security;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Approvals;

/// <summary>Ends the hold on approvals after a person has looked.</summary>
internal sealed class ReleaseApprovals : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/approvals/{legalEntity}/release", HandleAsync)
        .Connector(
            "ReleaseApprovals",
            "Release approvals",
            "Lets approvals of a legal entity go on, after a person has looked at the prospect that was approved without a hierarchy.",
            Visibility.Advanced,
            404)
        .RequiresRole(Roles.Manage)
        .Idempotent()
        .Answers<ReleaseAnswer>(200, "Approvals of this legal entity go on.");

    private static async Task<IResult> HandleAsync(
        [Field("Legal Entity", ParameterTexts.LegalEntity, Choices = nameof(ListLegalEntities))] string legalEntity,
        ApprovalHolds holds,
        IOptions<ConnectorOptions> options,
        CancellationToken cancel)
    {
        var entity = ProspectKey.Served(legalEntity, options);
        return new JsonAnswer(new ReleaseAnswer { LegalEntity = entity, WasOnHold = await holds.ReleaseAsync(entity, cancel) });
    }
}
