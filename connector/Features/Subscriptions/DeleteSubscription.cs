using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Delivery;

namespace B2BConnector.Connector.Features.Subscriptions;

/// <summary>
/// Ends a subscription. The platform calls it with the address alone and without the key of the connection, so the token in the
/// path is all that is asked for.
/// </summary>
internal sealed class DeleteSubscription : IOperation
{
    private const string Collection = "/subscriptions/by-token/";

    public static string PathOf(string token) => Collection + token;

    public void Map(IEndpointRouteBuilder routes) => routes.MapDelete(Collection + "{token}", HandleAsync)
        .Connector("DeleteSubscription", "Delete a subscription", "Ends the delivery of events to one callback address; the platform calls it by itself.", Visibility.Internal, 404)
        .AllowAnonymous()
        .Answers(204, "The subscription has ended, now or before.");

    private static async Task<IResult> HandleAsync(
        [Field("Token", "What the address in the header Location of the subscription ends with.")] string token,
        SubscriptionRegister register,
        CancellationToken cancel)
    {
        await register.EndAsync(token, cancel);
        return TypedResults.NoContent();
    }
}
