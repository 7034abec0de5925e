using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Security;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Choices;

/// <summary>The legal entities that the configuration lists.</summary>
internal sealed class ListLegalEntities : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/legal-entities", Handle)
        .Connector("ListLegalEntities", "List legal entities", "Lists the legal entities that are served, for drop-downs.", Visibility.Internal)
        .RequiresRole(Roles.Read)
        .Answers<ChoiceList>(200, "The legal entities.");

    private static IResult Handle(IOptions<ConnectorOptions> options) => new JsonAnswer(new ChoiceList
    {
        Value = [.. options.Value.LegalEntities.Select(name => name.ToLowerInvariant()).Distinct().Select(name => new Choice { Id = name, Name = name.ToUpperInvariant() })],
    });
}
