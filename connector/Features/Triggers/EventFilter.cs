using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Store.Rows;

namespace B2BConnector.Connector.Features.Triggers;

/// <summary>Which events a trigger gets, polling or delivered.</summary>
internal static class EventFilter
{
    /// <summary>Events of one type, of one legal entity or all. Who decided counts for decisions alone: a prospect always comes to be in Commerce.</summary>
    public static IQueryable<LoggedEvent> Apply(IQueryable<LoggedEvent> events, string type, string? legalEntity, EventSource source)
    {
        var rows = events.Where(row => row.Type == type);
        if (legalEntity is not null)
        {
            rows = rows.Where(row => row.LegalEntity == legalEntity);
        }

        if (type == LoggedEvent.Decided && source != EventSource.All)
        {
            var name = source.ToString();
            rows = rows.Where(row => row.DecisionSource == name);
        }

        return rows;
    }

    /// <exception cref="ConnectorException">invalid_request.</exception>
    public static EventSource ParseSource(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return EventSource.Commerce;
        }

        return Enum.TryParse<EventSource>(text, out var source) && Enum.GetName(source) == text
            ? source
            : throw ConnectorErrors.InvalidRequest("source", $"source must be one of {string.Join(", ", Enum.GetNames<EventSource>())}.");
    }
}
