using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Features.Choices;
using B2BConnector.Connector.Features.Subscriptions;
using B2BConnector.Connector.Security;
using B2BConnector.Connector.Store.Rows;

namespace B2BConnector.Connector.Features.Triggers;

/// <summary>Webhook trigger: a prospect was created.</summary>
internal sealed class WhenProspectCreated : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/subscriptions/prospect-created", HandleAsync)
        .Connector("WhenProspectCreated", "When a prospect is created", "This operation triggers when an onboarding request has become a prospect in Commerce. It begins with what is created after the subscription.", Visibility.Important, 404, 409, 501)
        .RequiresRole(Roles.Subscribe)
        .Delivers<ProspectEvent>("A prospect was created.", "Submit an onboarding request on the site and run the jobs of Commerce.")
        .Answers<SubscriptionAnswer>(201, "Events are delivered from now on.", "Location");

    private static Task<IResult> HandleAsync(
        [Field("Legal Entity", ParameterTexts.LegalEntityFilter, Choices = nameof(ListLegalEntities))] string? legalEntity,
        [Field("Source", ParameterTexts.CreatedSource, Symbols = typeof(EventSource), Default = "Commerce")] string? source,
        SubscribeRequest body,
        HttpContext context,
        Subscribing subscribing) =>
        subscribing.AnswerAsync(LoggedEvent.Created, legalEntity, source, body, context);
}
