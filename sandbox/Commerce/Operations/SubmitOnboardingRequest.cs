using B2BConnector.Commerce.Site;
using B2BConnector.Emulation;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Operations;

/// <summary>The form on the site, without sign-in (assumed): validated, written to the channel database, confirmed. Headquarters knows nothing yet.</summary>
internal sealed class SubmitOnboardingRequest : IOperation
{
    public string Method => HttpMethods.Post;

    public string Route => "/site/{channelId}/onboarding-requests";

    public async Task RunAsync(HttpContext context, CommerceSystem system)
    {
        var channelId = (string)context.Request.RouteValues["channelId"]!;
        system.Read(headquarters => ChannelDatabase.Channel(headquarters, channelId));
        var form = OnboardingForm.Read(await SandboxJson.ReadAsync(context));
        var token = context.Request.Headers[ChannelDatabase.FormTokenHeader].ToString();
        var confirmation = system.Write(headquarters => ChannelDatabase.Submit(headquarters.Store, system.Options, channelId, form, token));
        context.Response.Headers.Location = $"/site/{channelId}/onboarding-requests/{confirmation}";
        await SandboxJson.WriteAsync(context, 201, new JObject { ["confirmationId"] = confirmation });
    }
}
