using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Feed;
using B2BConnector.Connector.Features.Prospects;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Triggers;

/// <summary>
/// What both polling triggers do: answer from the event log; when it holds nothing new and the last look at Commerce is old,
/// look again first. A Commerce that cannot be read is said, not passed off as "nothing new".
/// </summary>
internal sealed class TriggerPolling(EventReader events, ProspectFeed feed, TimeProvider time, IOptions<FeedOptions> options, IOptions<ConnectorOptions> connector)
{
    public async Task<IResult> AnswerAsync(string type, string? legalEntity, string? source, string? cursor, HttpContext context)
    {
        var cancel = context.RequestAborted;
        var entity = string.IsNullOrEmpty(legalEntity) ? null : ProspectKey.Served(legalEntity, connector);
        var query = new EventQuery(type, entity, EventFilter.ParseSource(source), cursor);
        var entities = entity is null ? [.. connector.Value.LegalEntities.Select(name => name.ToLowerInvariant())] : new[] { entity };
        var read = await events.ReadAsync(query, cancel);
        if (entities.Any(NeverRead) || (read.Events.Count == 0 && entities.Any(IsStale)))
        {
            await feed.RefreshAsync(cancel);
            read = await events.ReadAsync(query, cancel);
        }

        if (read.Events.Count == 0)
        {
            ThrowIfUnreadable(entities);
        }

        var response = context.Response;
        response.Headers.Location = Links.To(context.Request, connector.Value, "cursor", read.Next.Encode());
        response.Headers.RetryAfter = read.More ? "1" : ErrorResponses.RetryAfterSeconds(options.Value.Interval);
        return read.Events.Count == 0 ? TypedResults.StatusCode(StatusCodes.Status202Accepted) : new JsonAnswer(read.Events);
    }

    private bool NeverRead(string legalEntity) => feed.HealthOf(legalEntity) == FeedHealth.Never;

    private bool IsStale(string legalEntity) => feed.HealthOf(legalEntity).LastPass is not { } last || time.GetUtcNow() - last >= (options.Value.Freshness ?? FeedOptions.DefaultFreshness);

    private void ThrowIfUnreadable(IEnumerable<string> entities)
    {
        foreach (var problem in entities.Select(name => feed.HealthOf(name).Problem))
        {
            switch (problem)
            {
                case null:
                    break;
                case CommerceException upstream:
                    throw upstream.ToConnectorException();
                default:
                    throw ConnectorErrors.FeedStuck(options.Value.Interval);
            }
        }
    }
}
