using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Site;
using B2BConnector.Emulation;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.Commerce.Operations;

/// <summary>Where a request stands: InChannel, Failed or Prospect. Only ids and the error, nothing of the form.</summary>
internal sealed class GetOnboardingRequest : IOperation
{
    public string Method => HttpMethods.Get;

    public string Route => "/site/{channelId}/onboarding-requests/{confirmationId}";

    public Task RunAsync(HttpContext context, CommerceSystem system)
    {
        var (channelId, confirmation) = ((string)context.Request.RouteValues["channelId"]!, (string)context.Request.RouteValues["confirmationId"]!);
        var status = system.Read(headquarters =>
            headquarters.Store.Get(ChannelDatabase.Requests, confirmation.ToLowerInvariant()) is { } request && request.Is("channelId", channelId)
                ? ChannelDatabase.Status(headquarters.Store, request)
                : throw CommerceErrors.UnknownConfirmation());
        return SandboxJson.WriteAsync(context, 200, status);
    }
}
