using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Site;
using B2BConnector.Emulation;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Operations;

/// <summary>
/// The scale unit's way in, for applications. Path and body are assumed (the runtime request CreateBusinessPartnerProspect exists, its
/// address is not public): the body is the form's, the channel is named by the header OUN.
/// </summary>
internal sealed class CreateBusinessPartnerProspect : IOperation
{
    public string Method => HttpMethods.Post;

    public string Route => "/Commerce/BusinessPartners/Prospects";

    public async Task RunAsync(HttpContext context, CommerceSystem system)
    {
        var oun = context.Request.Headers["OUN"].ToString().Trim();
        var channelId = system.Read(headquarters =>
            ChannelRegister.ByOperatingUnit(headquarters, oun) is { } channel && channel.Is("CustomerType", "B2B")
                ? channel.Text("RetailChannelId")
                : throw CommerceErrors.UnknownOperatingUnit(oun));
        var form = OnboardingForm.Read(await SandboxJson.ReadAsync(context));
        var token = context.Request.Headers[ChannelDatabase.FormTokenHeader].ToString();
        var confirmation = system.Write(headquarters => ChannelDatabase.Submit(headquarters.Store, system.Options, channelId, form, token));
        await SandboxJson.WriteAsync(context, 201, new JObject { ["confirmationId"] = confirmation });
    }
}
