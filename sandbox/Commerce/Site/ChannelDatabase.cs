using B2BConnector.Commerce.Entities;
using B2BConnector.Commerce.Headquarters;
using B2BConnector.Emulation;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Site;

/// <summary>
/// What lies in the channel database and in headquarters' staging table. A request is written to the channel only; P-0001 copies it to
/// staging; the synchronisation job makes a prospect of a staged row and marks it completed.
/// </summary>
internal static class ChannelDatabase
{
    /// <summary>Requests as the site left them, by confirmation id.</summary>
    public const string Requests = "ChannelRequests";

    /// <summary>Pulled requests, with OnlineOperationCompleted and the last error: "Customer synchronization status".</summary>
    public const string Staging = "AsyncProspects";

    /// <summary>Customers and hierarchy members that job 1010 pushed, by channel and account.</summary>
    public const string Customers = "ChannelCustomers";

    /// <summary>The header by which a sender marks the same form when it sends it again.</summary>
    public const string FormTokenHeader = "Idempotency-Key";

    private const string FormTokens = "FormTokens";

    /// <summary>Keeps the request and returns its confirmation id; a form that was sent before under the same token is not kept twice.</summary>
    public static string Submit(IStoreSession store, CommerceOptions options, string channelId, JObject form, string formToken)
    {
        var token = $"{channelId}|{formToken}";
        if (formToken.Length > 0 && store.Get(FormTokens, token) is { } known)
        {
            return known.Text("confirmationId");
        }

        var confirmation = options.Ids().ToString();
        if (formToken.Length > 0)
        {
            store.Put(FormTokens, token, new JObject { ["confirmationId"] = confirmation });
        }

        store.Put(Requests, confirmation, new JObject
        {
            ["confirmationId"] = confirmation,
            ["channelId"] = channelId,
            ["submittedAt"] = options.Time.GetUtcNow().ToString("O"),
            ["number"] = store.Next("ChannelRequest"),
            ["form"] = form,
        });
        return confirmation;
    }

    /// <summary>The channel with this id, if it is a B2B store.</summary>
    /// <exception cref="EmulatorFault">404 CE0002.</exception>
    public static JObject Channel(HeadquartersSession headquarters, string channelId) =>
        headquarters.Find(OnlineChannelV2s.Definition, channelId) is { } channel && channel.Is("CustomerType", "B2B") ? channel : throw CommerceErrors.UnknownChannel(channelId);

    /// <summary>What the site may tell about a request.</summary>
    public static JObject Status(IStoreSession store, JObject request)
    {
        var confirmation = request.Text("confirmationId");
        var staged = store.Get(Staging, confirmation);
        var state = staged switch
        {
            not null when (int?)staged["OnlineOperationCompleted"] == 1 => "Prospect",
            not null when staged["error"] is not null => "Failed",
            _ => "InChannel",
        };
        var status = new JObject { ["confirmationId"] = confirmation, ["state"] = state };
        request.CopyTo(status, ("submittedAt", "submittedAt"));
        staged?.CopyTo(status, ("pulledAt", "pulledAt"), ("synchronizedAt", "synchronizedAt"), ("legalEntity", "legalEntity"), ("prospectId", "prospectId"), ("error", "error"));
        return status;
    }
}
