using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Idempotency;
using B2BConnector.Connector.Security;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Onboarding;

/// <summary>Submits an onboarding request by the configured route.</summary>
internal sealed class SubmitOnboardingRequest : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/onboarding-requests", HandleAsync)
        .Connector(
            "SubmitOnboardingRequest",
            "Create new onboarding request",
            "Submits the request of a company to become a business partner. It becomes a prospect when the jobs of Commerce have run.",
            Visibility.Important,
            404, 409, 422, 501, 502)
        .RequiresRole(Roles.Manage)
        .Idempotent()
        .Answers<OnboardingAnswer>(201, "The request is accepted.");

    private static async Task<IResult> HandleAsync(
        OnboardingRequest body,
        IEnumerable<IOnboardingRoute> routes,
        IOptions<OnboardingOptions> onboarding,
        OnboardingChannels channels,
        OnboardingSubmission submission,
        HttpContext context,
        CancellationToken cancel)
    {
        var problems = new RequestProblems();
        body.Check(problems);
        problems.ThrowIfAny();
        var route = routes.SingleOrDefault(candidate => candidate.Route == onboarding.Value.Route) ?? throw ConnectorErrors.OnboardingRouteNotConfigured();
        var (channel, legalEntity) = await channels.FindAsync(body, cancel);
        var call = context.Features.Get<IdempotentCall>();
        return new JsonAnswer(await submission.SubmitAsync(route, legalEntity, channel, body, call, call?.Token ?? cancel), StatusCodes.Status201Created);
    }
}
