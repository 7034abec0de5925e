using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Delivery;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace B2BConnector.Connector.Features.Subscriptions;

/// <summary>Delivers once more what was given up, after a person has mended the receiver.</summary>
internal sealed class RetryDeadDeliveries : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/subscriptions/dead-deliveries/retry", HandleAsync)
        .Connector(
            "RetryDeadDeliveries",
            "Retry dead deliveries",
            "Delivers events again that did not reach their callback address, after its receiver was mended. Each begins with ten new tries and keeps its event ID.",
            Visibility.Advanced)
        .RequiresRole(Roles.Subscribe)
        .Idempotent()
        .Answers<RetryAnswer>(200, "What becomes of the dead deliveries.");

    private static async Task<IResult> HandleAsync(
        [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] RetryRequest? body,
        DeadDeliveries dead,
        CancellationToken cancel)
    {
        var problems = new RequestProblems();
        problems.CheckFields(body ?? new RetryRequest());
        problems.ThrowIfAny();
        return new JsonAnswer(await dead.RetryAsync(body?.SubscriptionId, body?.EventId, cancel));
    }
}
