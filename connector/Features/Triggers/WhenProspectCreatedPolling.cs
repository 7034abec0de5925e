using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Features.Choices;
using B2BConnector.Connector.Security;
using B2BConnector.Connector.Store.Rows;

namespace B2BConnector.Connector.Features.Triggers;

/// <summary>Polling trigger: a prospect was created.</summary>
internal sealed class WhenProspectCreatedPolling : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/triggers/prospect-created", HandleAsync)
        .Connector("WhenProspectCreatedPolling", "When a prospect is created (polling)", "This operation triggers when an onboarding request has become a prospect in Commerce. The first run delivers every prospect that is pending.", Visibility.Important, 404, 502)
        .RequiresRole(Roles.Read)
        .Polls("Submit an onboarding request on the site and run the jobs of Commerce.")
        .Answers<IReadOnlyList<ProspectEvent>>(200, "Events that are new.", "Location", "Retry-After")
        .Answers(202, "Nothing is new.", "Location", "Retry-After");

    private static Task<IResult> HandleAsync(
        [Field("Legal Entity", ParameterTexts.LegalEntityFilter, Choices = nameof(ListLegalEntities))] string? legalEntity,
        [Field("Source", ParameterTexts.CreatedSource, Symbols = typeof(EventSource), Default = "Commerce")] string? source,
        [Field("Cursor", ParameterTexts.Cursor, Visibility = Visibility.Internal)] string? cursor,
        HttpContext context,
        TriggerPolling polling) =>
        polling.AnswerAsync(LoggedEvent.Created, legalEntity, source, cursor, context);
}
