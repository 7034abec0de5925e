using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Site;
using B2BConnector.Emulation;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Operations;

/// <summary>
/// Linking of an identity to a customer by primary e-mail, as on a B2B site: exactly one pushed customer links, none and several are the
/// documented errors. There is no password in the sandbox.
/// </summary>
internal sealed class SignIn : IOperation
{
    public string Method => HttpMethods.Post;

    public string Route => "/site/{channelId}/sign-in";

    public async Task RunAsync(HttpContext context, CommerceSystem system)
    {
        var channelId = (string)context.Request.RouteValues["channelId"]!;
        var email = (await SandboxJson.ReadAsync(context)).Text("email").Trim();
        var found = system.Read(headquarters =>
        {
            ChannelDatabase.Channel(headquarters, channelId);
            return headquarters.Store.All(ChannelDatabase.Customers)
                .Where(customer => customer.Key.StartsWith(channelId + "|", StringComparison.Ordinal) && email.Length > 0 && customer.Row.Is("email", email))
                .Select(customer => customer.Row).ToList();
        });
        if (found.Select(customer => customer.Text("party")).Distinct(StringComparer.Ordinal).Count() != 1)
        {
            throw CommerceErrors.SignInRefused(several: found.Count > 0);
        }

        await SandboxJson.WriteAsync(context, 200, new JObject
        {
            ["customerAccount"] = found[0]["customerAccount"],
            ["hierarchyId"] = found[0]["hierarchyId"],
            ["role"] = found[0]["role"],
        });
    }
}
