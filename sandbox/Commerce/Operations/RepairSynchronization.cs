using B2BConnector.Commerce.Site;
using B2BConnector.Emulation;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.Commerce.Operations;

/// <summary>
/// The administrator's repair of a request that failed: replaces the form of the pulled row, which the next synchronisation then takes.
/// The body is a whole form, as on the site.
/// </summary>
internal sealed class RepairSynchronization : IOperation
{
    public string Method => HttpMethods.Put;

    public string Route => "/headquarters/customer-synchronization-status/{confirmationId}";

    public async Task RunAsync(HttpContext context, CommerceSystem system)
    {
        Administrator.Require(context);
        var confirmation = ((string)context.Request.RouteValues["confirmationId"]!).ToLowerInvariant();
        var form = OnboardingForm.Read(await SandboxJson.ReadAsync(context));
        var status = system.Write(headquarters =>
        {
            if (headquarters.Store.Get(ChannelDatabase.Staging, confirmation) is not { } row || (int?)row["OnlineOperationCompleted"] == 1)
            {
                throw new EmulatorFault(404, "CE0007", "No pulled request with that confirmation id waits for synchronisation.");
            }

            row["form"] = form;
            headquarters.Store.Put(ChannelDatabase.Staging, confirmation, row);
            return ChannelDatabase.Status(headquarters.Store, row);
        });
        await SandboxJson.WriteAsync(context, 200, status);
    }
}
