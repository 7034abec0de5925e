using System.Text.Json;
using System.Text.Json.Nodes;
using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Errors;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Onboarding;

/// <summary>Hands the request to the scale unit, as the site does. Assumed: path and body; no public document gives them.</summary>
internal sealed class ScaleUnitRoute(CommerceClient commerce, IOptions<CommerceOptions> commerceOptions, IOptions<OnboardingOptions> options) : IOnboardingRoute
{
    private const string ApiVersion = "7.3";

    public OnboardingRoute Route => OnboardingRoute.ScaleUnit;

    public TimeSpan AppearsWithin => options.Value.JobsTake;

    public bool RecognizesToken => options.Value.ScaleUnitKnowsToken;

    public async Task<OnboardingAnswer> SubmitAsync(string legalEntity, ChannelRow channel, OnboardingRequest request, Guid? token, CancellationToken cancel)
    {
        var unit = channel.OperatingUnitNumber is { Length: > 0 } number
            ? number
            : throw ConnectorErrors.CommerceError("The online channel has no operating unit number in Commerce.");
        var body = (JsonObject)JsonSerializer.SerializeToNode(request, ConnectorJson.Options)!;
        body.Remove("legalEntity");
        body.Remove("channel");
        var answer = await commerce.PostToScaleUnitAsync<JsonObject>(Address(), body, new ScaleUnitCaller(unit, options.Value.AuthorizationScheme, token?.ToString()), cancel);
        return new OnboardingAnswer { LegalEntity = legalEntity, ConfirmationId = answer["confirmationId"]?.GetValue<string>() };
    }

    private Uri Address()
    {
        var path = "/" + options.Value.Path!.TrimStart('/');
        return new Uri(commerceOptions.Value.ScaleUnitUrl!, path.Contains('?') ? path : $"{path}?api-version={ApiVersion}");
    }
}
