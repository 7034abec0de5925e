using B2BConnector.Commerce.Mail;
using B2BConnector.Emulation;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Operations;

/// <summary>The notifications, queued and sent, without what is in them.</summary>
internal sealed class ListMails : IOperation
{
    private static readonly string[] Columns = ["legalEntity", "prospectId", "type", "file", "state", "queuedAt", "sentAt"];

    public string Method => HttpMethods.Get;

    public string Route => "/_sandbox/mails";

    public Task RunAsync(HttpContext context, CommerceSystem system)
    {
        var mails = system.Read(headquarters => headquarters.Store.All(Notifications.Table).Select(mail => mail.Row).ToList());
        return SandboxJson.WriteAsync(context, 200, new JObject
        {
            ["value"] = new JArray(mails.Select(mail => new JObject(Columns.Where(mail.ContainsKey).Select(column => new JProperty(column, mail[column]))))),
        });
    }
}
