using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Choices;
using B2BConnector.Connector.Security;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Prospects;

/// <summary>Changes fields of a pending prospect.</summary>
internal sealed class UpdateProspect : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPatch("/prospects/{legalEntity}/{prospectId}", HandleAsync)
        .Connector(
            "UpdateProspect",
            "Update prospect",
            "Changes fields of a pending prospect. What is not sent stays as it is; a decided prospect cannot be changed.",
            Visibility.Important,
            404, 409, 422, 502)
        .RequiresRole(Roles.Manage)
        .Idempotent()
        .Answers<Prospect>(200, "The prospect as Commerce has it now.");

    private static async Task<IResult> HandleAsync(
        [Field("Legal Entity", ParameterTexts.LegalEntity, Choices = nameof(ListLegalEntities))] string legalEntity,
        [Field("Prospect ID", ParameterTexts.ProspectId)] string prospectId,
        UpdateProspectRequest body,
        ProspectUpdate update,
        IOptions<ConnectorOptions> options,
        CancellationToken cancel)
    {
        var problems = new RequestProblems();
        body.Check(problems);
        problems.ThrowIfAny();
        return new JsonAnswer(await update.UpdateAsync(ProspectKey.Parse(legalEntity, prospectId, options), body, cancel));
    }
}
