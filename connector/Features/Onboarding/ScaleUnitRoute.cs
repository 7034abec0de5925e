using System.Text.Json;
using System.Text.Json.Nodes;
using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Errors;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Onboarding;

/// <summary>Hands the request to the scale unit, as the site does. Assumed: path and body; no public document gives them.</summary>
internal sealed class ScaleUnitRoute(CommerceClient commerce, CommerceChannels channels, IOptions<CommerceOptions> commerceOptions, IOptions<OnboardingOptions> options) : IOnboardingRoute
{
    private const string ApiVersion = "7.3";

    public OnboardingRoute Route => OnboardingRoute.ScaleUnit;

    public async Task<OnboardingAnswer> SubmitAsync(string legalEntity, OnboardingRequest request, CancellationToken cancel)
    {
        var unit = await OperatingUnitAsync(legalEntity, request.ChannelId, cancel);
        var body = (JsonObject)JsonSerializer.SerializeToNode(request, ConnectorJson.Options)!;
        body.Remove("legalEntity");
        body.Remove("channelId");
        var address = new Uri(commerceOptions.Value.ScaleUnitUrl!, $"/{options.Value.Path!.TrimStart('/')}?api-version={ApiVersion}");
        var answer = await commerce.PostToScaleUnitAsync<JsonObject>(address, body, unit, options.Value.AuthorizationScheme, cancel);
        return new OnboardingAnswer { LegalEntity = legalEntity, ConfirmationId = answer["confirmationId"]?.GetValue<string>() };
    }

    private async Task<string> OperatingUnitAsync(string legalEntity, string? channelId, CancellationToken cancel)
    {
        var found = await channels.ListB2BAsync(legalEntity, cancel);
        if (!string.IsNullOrEmpty(channelId))
        {
            found = [.. found.Where(channel => channel.RetailChannelId == channelId)];
        }

        return found switch
        {
            [{ OperatingUnitNumber: { Length: > 0 } unit }] => unit,
            [] => throw ConnectorErrors.InvalidRequest("channelId", "Commerce has no such B2B channel in this legal entity."),
            [_] => throw ConnectorErrors.CommerceError("The online channel has no operating unit number in Commerce."),
            _ => throw ConnectorErrors.InvalidRequest("channelId", $"The legal entity has {found.Count} B2B channels. Say which one with channelId."),
        };
    }
}
