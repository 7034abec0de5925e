using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Features.Choices;
using B2BConnector.Connector.Security;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Prospects;

/// <summary>Reads one prospect, with its hierarchy once it is approved.</summary>
internal sealed class GetProspect : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/prospects/{legalEntity}/{prospectId}", HandleAsync)
        .Connector("GetProspect", "Get prospect by ID", "Reads one prospect as Commerce has it now, with the customer hierarchy once it is approved.", Visibility.Important, 404)
        .RequiresRole(Roles.Read)
        .Answers<Prospect>(200, "The prospect.");

    private static async Task<IResult> HandleAsync(
        [Field("Legal Entity", ParameterTexts.LegalEntity, Choices = nameof(ListLegalEntities))] string legalEntity,
        [Field("Prospect ID", ParameterTexts.ProspectId)] string prospectId,
        ProspectReader reader,
        IOptions<ConnectorOptions> options,
        CancellationToken cancel) =>
        new JsonAnswer(await reader.ReadAsync(ProspectKey.Parse(legalEntity, prospectId, options), cancel));
}
