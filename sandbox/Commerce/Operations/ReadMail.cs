using System.Text;
using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Mail;
using B2BConnector.Emulation;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.Commerce.Operations;

/// <summary>One sent mail as its .eml text.</summary>
internal sealed class ReadMail : IOperation
{
    public string Method => HttpMethods.Get;

    public string Route => "/_sandbox/mails/{file}";

    public Task RunAsync(HttpContext context, CommerceSystem system)
    {
        var file = (string)context.Request.RouteValues["file"]!;
        var mail = system.Read(headquarters => headquarters.Store.Find(Notifications.Table, row => row.Is("file", file) && row.Is("state", "Sent")).Select(row => row.Row).FirstOrDefault())
            ?? throw new EmulatorFault(404, "CE0008", "No mail of that file name was sent.");
        context.Response.ContentType = "message/rfc822";
        return context.Response.WriteAsync(EmlWriter.Write(mail), Encoding.ASCII);
    }
}
