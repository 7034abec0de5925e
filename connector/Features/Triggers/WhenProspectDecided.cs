using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Features.Choices;
using B2BConnector.Connector.Features.Subscriptions;
using B2BConnector.Connector.Security;
using B2BConnector.Connector.Store.Rows;

namespace B2BConnector.Connector.Features.Triggers;

/// <summary>Webhook trigger: a prospect was decided.</summary>
internal sealed class WhenProspectDecided : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/subscriptions/prospect-decided", HandleAsync)
        .Connector("WhenProspectDecided", "When a prospect is decided", "This operation triggers when a prospect was approved or rejected. It begins with what is decided after the subscription.", Visibility.Important, 404, 409, 501)
        .RequiresRole(Roles.Subscribe)
        .Delivers<ProspectEvent>("A prospect was decided.", "Approve or reject a prospect in Commerce headquarters.")
        .Answers<SubscriptionAnswer>(201, "Events are delivered from now on.", "Location");

    private static Task<IResult> HandleAsync(
        [Field("Legal Entity", ParameterTexts.LegalEntityFilter, Choices = nameof(ListLegalEntities))] string? legalEntity,
        [Field("Source", ParameterTexts.DecidedSource, Symbols = typeof(EventSource), Default = "Commerce")] string? source,
        SubscribeRequest body,
        HttpContext context,
        Subscribing subscribing) =>
        subscribing.AnswerAsync(LoggedEvent.Decided, legalEntity, source, body, context);
}
