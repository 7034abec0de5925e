using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Prospects;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Onboarding;

/// <summary>Finds the B2B channel a request is for, by its number or as the only one of its legal entity.</summary>
internal sealed class OnboardingChannels(CommerceChannels channels, IOptions<ConnectorOptions> options)
{
    /// <summary>The channel and its legal entity, in lower case.</summary>
    /// <exception cref="ConnectorException">invalid_request or legal_entity_not_served.</exception>
    public async Task<(ChannelRow Channel, string LegalEntity)> FindAsync(OnboardingRequest request, CancellationToken cancel)
    {
        var legalEntity = string.IsNullOrEmpty(request.LegalEntity) ? null : ProspectKey.Served(request.LegalEntity, options);
        if (string.IsNullOrEmpty(request.Channel))
        {
            return (OnlyOne(await channels.ListB2BAsync(legalEntity!, cancel)), legalEntity!);
        }

        var channel = await channels.FindAsync(request.Channel, cancel);
        if (channel is not { CustomerType: "B2B", DefaultCustomerLegalEntity: { Length: > 0 } owner })
        {
            throw ConnectorErrors.InvalidRequest("channel", "Commerce has no B2B channel of this number.");
        }

        return legalEntity is null || string.Equals(legalEntity, owner, StringComparison.OrdinalIgnoreCase)
            ? (channel, ProspectKey.Served(owner, options))
            : throw ConnectorErrors.InvalidRequest("channel", "This channel belongs to another legal entity.");
    }

    private static ChannelRow OnlyOne(List<ChannelRow> found) => found switch
    {
        [var only] => only,
        [] => throw ConnectorErrors.InvalidRequest("legalEntity", "Commerce has no B2B channel in this legal entity."),
        _ => throw ConnectorErrors.InvalidRequest("channel", $"The legal entity has {found.Count} B2B channels. Say which one with channel."),
    };
}
