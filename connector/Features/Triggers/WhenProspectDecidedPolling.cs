using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Features.Choices;
using B2BConnector.Connector.Security;
using B2BConnector.Connector.Store.Rows;

namespace B2BConnector.Connector.Features.Triggers;

/// <summary>Polling trigger: a prospect was decided.</summary>
internal sealed class WhenProspectDecidedPolling : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/triggers/prospect-decided", HandleAsync)
        .Connector("WhenProspectDecidedPolling", "When a prospect is decided (polling)", "This operation triggers when a prospect was approved or rejected. The first run delivers nothing and begins from then.", Visibility.Important, 404, 502)
        .RequiresRole(Roles.Read)
        .Polls("Approve or reject a prospect in Commerce headquarters.")
        .Answers<IReadOnlyList<ProspectEvent>>(200, "Events that are new.", "Location", "Retry-After")
        .Answers(202, "Nothing is new.", "Location", "Retry-After");

    private static Task<IResult> HandleAsync(
        [Field("Legal Entity", ParameterTexts.LegalEntityFilter, Choices = nameof(ListLegalEntities))] string? legalEntity,
        [Field("Source", ParameterTexts.DecidedSource, Symbols = typeof(EventSource), Default = "Commerce")] string? source,
        [Field("Cursor", ParameterTexts.Cursor, Visibility = Visibility.Internal)] string? cursor,
        HttpContext context,
        TriggerPolling polling) =>
        polling.AnswerAsync(LoggedEvent.Decided, legalEntity, source, cursor, context);
}
