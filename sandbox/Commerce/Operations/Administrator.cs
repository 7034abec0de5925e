using B2BConnector.Commerce.Site;
using B2BConnector.Emulation;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.Commerce.Operations;

/// <summary>Jobs and staging tables are for the administrator only.</summary>
internal static class Administrator
{
    public static void Require(HttpContext context)
    {
        if (context.RequireCaller() != "sandbox-administrator")
        {
            throw CommerceErrors.AdministratorOnly();
        }
    }
}
