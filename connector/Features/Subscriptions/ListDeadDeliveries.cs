using System.Buffers.Text;
using System.Globalization;
using System.Text;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Security;
using B2BConnector.Connector.Store;
using B2BConnector.Connector.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Subscriptions;

/// <summary>Lists deliveries that were given up, so that somebody can look and act.</summary>
internal sealed class ListDeadDeliveries : IOperation
{
    private const int PageSize = 100;

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/subscriptions/dead-deliveries", HandleAsync)
        .Connector("ListDeadDeliveries", "List all dead deliveries", "Lists the events that did not reach their callback address in ten tries over three days, the oldest first, up to 100 on a page.", Visibility.Advanced)
        .RequiresRole(Roles.Subscribe)
        .Pages()
        .Answers<DeadDeliveryPage>(200, "One page of deliveries that were given up.");

    private static async Task<IResult> HandleAsync(
        [Field("Page", ParameterTexts.Page, Visibility = Visibility.Advanced)] string? page,
        HttpRequest request,
        IDbContextFactory<ConnectorStore> stores,
        IOptions<ConnectorOptions> options,
        CancellationToken cancel)
    {
        var skip = string.IsNullOrEmpty(page) ? 0 : Decode(page);
        await using var store = await stores.CreateDbContextAsync(cancel);
        var rows = await store.Deliveries.AsNoTracking().Where(row => row.DeadAt != null)
            .OrderBy(row => row.DeadAt).ThenBy(row => row.Sequence).ThenBy(row => row.SubscriptionId)
            .Skip(skip).Take(PageSize + 1)
            .Select(row => new
            {
                Row = row,
                Event = store.Events.Single(found => found.Sequence == row.Sequence),
                Subscription = store.Subscriptions.Where(found => found.Id == row.SubscriptionId).Select(found => new { found.Host, found.State }).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        return new JsonAnswer(new DeadDeliveryPage
        {
            Value = [.. rows.Take(PageSize).Select(found => new DeadDelivery
            {
                SubscriptionId = found.Row.SubscriptionId,
                Host = found.Subscription?.Host,
                SubscriptionState = found.Subscription?.State ?? SubscriptionState.Deleted,
                EventId = found.Event.EventId,
                Type = found.Event.Type,
                LegalEntity = found.Row.LegalEntity,
                ProspectId = found.Row.ProspectId,
                Tries = found.Row.Attempts,
                GivenUpAt = found.Row.DeadAt!.Value,
                Reason = found.Row.LastOutcome,
            })],
            NextLink = rows.Count > PageSize ? Links.To(request, options.Value, "page", Encode(skip + PageSize)) : null,
        });
    }

    private static string Encode(int skip) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"d1|{skip}")));

    /// <exception cref="ConnectorException">invalid_request.</exception>
    private static int Decode(string page)
    {
        var text = Base64Url.IsValid(page) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(page)) : "";
        return text.StartsWith("d1|", StringComparison.Ordinal) && int.TryParse(text.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var skip)
            ? skip
            : throw ConnectorErrors.InvalidRequest("page", "page is not one that this connector handed out. Start again without it.");
    }
}
