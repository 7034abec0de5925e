using B2BConnector.Commerce.Headquarters;
using B2BConnector.Emulation;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Site;

/// <summary>Refusals outside /data (site, scale unit, jobs), and the writer of both shapes.</summary>
internal static class CommerceErrors
{
    public static FormFault InvalidForm(IReadOnlyList<FormProblem> problems) => new(problems);

    public static EmulatorFault UnknownChannel(string channelId) => new(
        404, "CE0002", $"There is no B2B online channel with the id '{channelId}'. GET /data/OnlineChannelV2s lists the channels; its CustomerType must be B2B.");

    public static EmulatorFault UnknownConfirmation() => new(404, "CE0003", "No onboarding request of this channel has that confirmation id.");

    public static EmulatorFault UnknownOperatingUnit(string oun) => new(
        400, "CE0004", oun.Length == 0 ? "The header OUN (operating unit number) is missing." : $"No B2B online channel has the operating unit number '{oun}' of the header OUN.");

    public static EmulatorFault AdministratorOnly() => new(403, "CE0005", "Only 'Bearer sandbox-administrator' may do this.");

    public static EmulatorFault UnknownJob(string name, IEnumerable<string> known) => new(
        404, "CE0006", $"There is no job '{name}'. Known names: {string.Join(", ", known.Select(job => $"'{job}'"))}.");

    /// <summary>Codes and statuses of the linking of identities on a B2B site.</summary>
    public static EmulatorFault SignInRefused(bool several) => several
        ? new(409, "Microsoft_Dynamics_Commerce_Runtime_MultipleCustomerAccountsFoundWithSameEmailAddress", "More than one customer has this primary e-mail address.")
        : new(404, "Microsoft_Dynamics_CommerceIdentityNotFound", "No customer of this channel has this primary e-mail address.");

    public static Task WriteAsync(Microsoft.AspNetCore.Http.HttpContext context, EmulatorFault fault)
    {
        if (context.Request.Path.StartsWithSegments("/data"))
        {
            context.Response.Headers["OData-Version"] = "4.0";
            return SandboxJson.WriteAsync(context, fault.Status, FinOpsFault.From(fault).Body(), "application/json; odata.metadata=minimal; charset=utf-8");
        }

        var error = new JObject { ["code"] = fault.Code, ["message"] = fault.Message };
        if (fault is FormFault form)
        {
            error["details"] = new JArray(form.Problems.Select(problem => new JObject { ["target"] = problem.Field, ["message"] = problem.Message }));
        }

        return SandboxJson.WriteAsync(context, fault.Status, new JObject { ["error"] = error });
    }
}
