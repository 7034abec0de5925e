using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Security;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Connection;

/// <summary>Tells a maker at once whether key, address and Commerce work.</summary>
internal sealed class TestConnection : IOperation
{
    private static readonly string Version = typeof(TestConnection).Assembly.GetName().Version?.ToString(3) ?? "";

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/connection", HandleAsync)
        .Connector("TestConnection", "Test connection", "Checks that the key is known and that Commerce lets the connector in.", Visibility.Internal, 502)
        .RequiresRole(Roles.Read)
        .Answers<ConnectionAnswer>(200, "The connection works.");

    private static async Task<IResult> HandleAsync(CommerceProspects prospects, IOptions<ConnectorOptions> options, CancellationToken cancel)
    {
        await prospects.ProbeAsync(options.Value.LegalEntities[0].ToLowerInvariant(), cancel);
        return new JsonAnswer(new ConnectionAnswer { Status = "ok", Version = Version, LegalEntities = [.. options.Value.LegalEntities.Select(name => name.ToLowerInvariant())] });
    }
}
