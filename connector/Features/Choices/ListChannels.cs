using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Security;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Choices;

/// <summary>The B2B online channels of one legal entity or of all that are served.</summary>
internal sealed class ListChannels : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/channels", HandleAsync)
        .Connector("ListChannels", "List channels", "Lists the online channels for business partners, for drop-downs.", Visibility.Internal, 404, 502)
        .RequiresRole(Roles.Read)
        .Answers<ChoiceList>(200, "The channels.");

    private static async Task<IResult> HandleAsync(
        [Field("Legal Entity", ParameterTexts.LegalEntityFilter, Choices = nameof(ListLegalEntities))] string? legalEntity,
        CommerceChannels channels,
        IOptions<ConnectorOptions> options,
        CancellationToken cancel)
    {
        var entities = string.IsNullOrEmpty(legalEntity)
            ? options.Value.LegalEntities.Select(name => name.ToLowerInvariant()).Distinct().ToList()
            : [ProspectKey.Served(legalEntity, options)];
        var choices = new List<Choice>();
        foreach (var entity in entities)
        {
            var names = await channels.ListNamesAsync(entity, cancel);
            choices.AddRange((await channels.ListB2BAsync(entity, cancel))
                .Where(channel => !string.IsNullOrEmpty(channel.RetailChannelId))
                .OrderBy(channel => channel.RetailChannelId, StringComparer.OrdinalIgnoreCase)
                .Select(channel => new Choice
                {
                    Id = channel.RetailChannelId,
                    Name = $"{(names.GetValueOrDefault(channel.RetailChannelId!) is { Length: > 0 } name ? name : channel.RetailChannelId)} ({entity})",
                }));
        }

        return new JsonAnswer(new ChoiceList { Value = choices });
    }
}
