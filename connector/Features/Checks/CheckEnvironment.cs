using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Features.Choices;
using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Security;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Checks;

/// <summary>Looks for what keeps prospects, partners and mails from arriving.</summary>
internal sealed class CheckEnvironment : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/legal-entities/{legalEntity}/check", HandleAsync)
        .Connector(
            "CheckEnvironment",
            "Check environment",
            "Looks at channels, address books, mails, batch jobs, approvals, the reading of changes and the delivery of events in one legal entity, and says what to mend and what a person has to look at.",
            Visibility.Important,
            404)
        .RequiresRole(Roles.Read)
        .Answers<EnvironmentReport>(200, "What was looked at.");

    private static async Task<IResult> HandleAsync(
        [Field("Legal Entity", ParameterTexts.LegalEntity, Choices = nameof(ListLegalEntities))] string legalEntity,
        EnvironmentChecks checks,
        IOptions<ConnectorOptions> options,
        CancellationToken cancel) =>
        new JsonAnswer(await checks.RunAsync(ProspectKey.Served(legalEntity, options), cancel));
}
