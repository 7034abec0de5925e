using B2BConnector.Connector.Idempotency;

namespace B2BConnector.Connector.Contract;

/// <summary>The words with which an operation declares itself.</summary>
internal static class ConnectorRouteExtensions
{
    /// <summary>Puts the route into the contract.</summary>
    public static RouteHandlerBuilder Connector(this RouteHandlerBuilder route, string operationId, string summary, string description, Visibility visibility, params int[] errors) =>
        route.WithName(operationId).WithMetadata(new OperationDescription(operationId, summary, description, visibility) { Errors = errors });

    /// <summary>Asks for one of <see cref="Security.Roles"/>.</summary>
    public static RouteHandlerBuilder RequiresRole(this RouteHandlerBuilder route, string role) =>
        route.RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireRole(role));

    /// <summary>The answer with a body.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder route, int status, string description, params string[] headers) =>
        route.Produces<T>(status, "application/json").WithMetadata(new AnswerDescription(status, description, headers));

    /// <summary>An answer without a body.</summary>
    public static RouteHandlerBuilder Answers(this RouteHandlerBuilder route, int status, string description, params string[] headers) =>
        route.Produces(status).WithMetadata(new AnswerDescription(status, description, headers));

    /// <summary>Repeating the call with the same Idempotency-Key gives the first answer again.</summary>
    public static RouteHandlerBuilder Idempotent(this RouteHandlerBuilder route) =>
        route.WithMetadata(IdempotencyKey.Accepted).AddEndpointFilter<IdempotencyFilter>();

    public static RouteHandlerBuilder Polls(this RouteHandlerBuilder route, string hint) => route.WithMetadata(new PollingTrigger(hint));

    /// <summary>Callers leave an address here, and events of type <typeparamref name="T"/> are posted to it.</summary>
    public static RouteHandlerBuilder Delivers<T>(this RouteHandlerBuilder route, string description, string hint) => route.WithMetadata(new WebhookTrigger(typeof(T), description, hint));

    public static RouteHandlerBuilder Pages(this RouteHandlerBuilder route) => route.WithMetadata(new PagedList());
}
