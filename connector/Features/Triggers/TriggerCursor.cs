using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace B2BConnector.Connector.Features.Triggers;

/// <summary>How far one trigger has read. Opaque to callers; one of another trigger or another store counts as unknown.</summary>
/// <param name="Type">The event type it belongs to.</param>
/// <param name="StoreId">The store whose log it counts.</param>
/// <param name="Sequence">Last event delivered.</param>
/// <param name="PendingUpTo">Up to this event only prospects that are still pending are delivered: the tail of a first call.</param>
internal sealed record TriggerCursor(string Type, Guid StoreId, long Sequence, long PendingUpTo)
{
    public string Encode() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"t1|{Type}|{StoreId:N}|{Sequence}|{PendingUpTo}")));

    /// <summary>Null when the text is no cursor of this trigger and store.</summary>
    public static TriggerCursor? Decode(string? text, string type, Guid storeId, long lastSequence)
    {
        if (string.IsNullOrEmpty(text) || !Base64Url.IsValid(text))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|');
        return parts is ["t1", var kind, var store, var sequence, var pending]
            && kind == type
            && Guid.TryParseExact(store, "N", out var id)
            && id == storeId
            && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
            && read <= lastSequence
            && long.TryParse(pending, NumberStyles.None, CultureInfo.InvariantCulture, out var upTo)
            ? new TriggerCursor(kind, id, read, upTo)
            : null;
    }
}
