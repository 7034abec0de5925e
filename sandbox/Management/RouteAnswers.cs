using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace B2BConnector.Management;

/// <summary>
/// Routes whose handlers take their values from the request themselves. Handlers with parameters are compiled at their first call, which costs
/// half of the time that a host needs to be ready, and func is started once per test.
/// </summary>
internal static class RouteAnswers
{
    public static void Get(this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, IResult> answer) =>
        routes.MapGet(pattern, context => answer(context).ExecuteAsync(context));

    public static void Post(this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, Task<IResult>> answer) =>
        routes.MapPost(pattern, async context => await (await answer(context)).ExecuteAsync(context));

    /// <summary>The value of a parameter of the route; "" for an optional one that is absent.</summary>
    public static string Value(this HttpContext context, string name) => context.GetRouteValue(name) as string ?? "";
}
