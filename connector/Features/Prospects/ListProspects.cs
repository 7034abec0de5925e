using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Choices;
using B2BConnector.Connector.Security;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Prospects;

/// <summary>Lists B2B prospects in the order of legal entity and id, a page at a time.</summary>
internal sealed class ListProspects : IOperation
{
    private const int DefaultPageSize = 100;
    private const int LargestPageSize = 1000;

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/prospects", HandleAsync)
        .Connector("ListProspects", "List all prospects", "Lists the B2B prospects of one legal entity or of all that are served, page by page, optionally those of one status only.", Visibility.Important, 404)
        .RequiresRole(Roles.Read)
        .Pages()
        .Answers<ProspectPage>(200, "One page of prospects.");

    private static async Task<IResult> HandleAsync(
        [Field("Legal Entity", ParameterTexts.LegalEntityFilter, Choices = nameof(ListLegalEntities))] string? legalEntity,
        [Field("Status", "Only prospects with this status.", Symbols = typeof(ProspectStatus))] string? status,
        [Field("Page Size", "Prospects on one page at most, from 1 to 1000.", Visibility = Visibility.Advanced, Default = "100", Least = 1, Most = LargestPageSize)] int? pageSize,
        [Field("Page", ParameterTexts.Page, Visibility = Visibility.Advanced)] string? page,
        HttpRequest request,
        CommerceProspects prospects,
        IOptions<ConnectorOptions> options,
        CancellationToken cancel)
    {
        var size = pageSize ?? DefaultPageSize;
        var wanted = Check(status, size);
        var entities = string.IsNullOrEmpty(legalEntity)
            ? options.Value.LegalEntities.Select(name => name.ToLowerInvariant()).Distinct().ToList()
            : [ProspectKey.Served(legalEntity, options)];
        var start = string.IsNullOrEmpty(page) ? new PageCursor(entities[0], 0) : PageCursor.Decode(page);
        var rows = new List<Prospect>();
        PageCursor? next = null;
        foreach (var entity in entities.SkipWhile(name => name != start.LegalEntity))
        {
            if (rows.Count == size)
            {
                next = new PageCursor(entity, 0);
                break;
            }

            var skip = entity == start.LegalEntity ? start.Skip : 0;
            var room = size - rows.Count;
            var found = await prospects.ListAsync(entity, wanted, skip, room + 1, cancel);
            rows.AddRange(found.Take(room).Select(ProspectReader.Say));
            if (found.Count > room)
            {
                next = new PageCursor(entity, skip + room);
                break;
            }
        }

        var link = next is null ? null : Links.To(request, options.Value, "page", next.Encode());
        return new JsonAnswer(new ProspectPage { Value = rows, NextLink = link });
    }

    private static ProspectStatus? Check(string? status, int size)
    {
        var problems = new RequestProblems();
        var known = Enum.TryParse<ProspectStatus>(status, out var wanted) && Enum.GetName(wanted) == status;
        problems.Require(string.IsNullOrEmpty(status) || known, "status", $"status must be one of {string.Join(", ", Enum.GetNames<ProspectStatus>())}.");
        problems.Require(size is >= 1 and <= LargestPageSize, "pageSize", $"pageSize must be from 1 to {LargestPageSize}.");
        problems.ThrowIfAny();
        return known ? wanted : null;
    }
}
