using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Features.Prospects;

namespace B2BConnector.Connector.Commerce;

/// <summary>The prospects of Commerce.</summary>
internal sealed class CommerceProspects(CommerceClient commerce)
{
    private const string Set = "Prospects";

    // What the feed needs of a row: a pass over ten thousand prospects reads four short columns of each.
    private const string KeyAndStatus = "dataAreaId,ProspectId,IsB2BProspect,B2BProspectStatus";
    private volatile bool _filterUnderstood = true;

    /// <summary>One prospect with its party, or null.</summary>
    public Task<ProspectRow?> FindAsync(ProspectKey key, CancellationToken cancel) =>
        commerce.FindAsync<ProspectRow>(AddressOf(key) + "&$expand=Party", cancel);

    /// <summary>The same, to see what came of a write.</summary>
    /// <param name="key">The prospect.</param>
    /// <param name="isUnknown">Whether the write may have arrived: then a look that fails leaves that unknown, and is no refusal of the write.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<ProspectRow?> FindAfterWriteAsync(ProspectKey key, bool isUnknown, CancellationToken cancel)
    {
        try
        {
            return await FindAsync(key, cancel);
        }
        catch (CommerceException problem) when (isUnknown)
        {
            throw problem.AsStillUnknown();
        }
    }

    /// <summary>Key and status of B2B prospects of one legal entity, page by page.</summary>
    public async IAsyncEnumerable<ProspectRow> ListKeysAsync(string legalEntity, ProspectStatus? status, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in QueryAsync(legalEntity, status, [("$select", KeyAndStatus)], cancel))
        {
            yield return row;
        }
    }

    /// <summary>Up to <paramref name="take"/> prospects after the first <paramref name="skip"/> in the order of their ids.</summary>
    public async Task<List<ProspectRow>> ListAsync(string legalEntity, ProspectStatus? status, int skip, int take, CancellationToken cancel)
    {
        var rows = new List<ProspectRow>();
        await foreach (var row in QueryAsync(
            legalEntity,
            status,
            [("$expand", "Party"), ("$orderby", "ProspectId"), ("$skip", Number(skip)), ("$top", Number(take))],
            cancel))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Pending requests of one e-mail address; the fallback of <see cref="CreateAsync"/> after an ambiguous answer.</summary>
    public async Task<List<ProspectRow>> ListByEmailAsync(string legalEntity, string email, CancellationToken cancel)
    {
        var rows = new List<ProspectRow>();
        var query = OData.Query(Set, ("$filter", $"dataAreaId eq {OData.Text(legalEntity)} and PrimaryEmailAddress eq {OData.Text(email)}"));
        await foreach (var row in commerce.ListAsync<ProspectRow>(query, cancel))
        {
            rows.Add(row);
        }

        return rows;
    }

    public Task<ProspectRow> CreateAsync(JsonObject row, CancellationToken cancel) => commerce.CreateAsync<ProspectRow>(OData.Query(Set), row, cancel);

    /// <summary>Writes the decision.</summary>
    public Task WriteStatusAsync(ProspectKey key, ProspectStatus status, string? etag, CancellationToken cancel) =>
        commerce.UpdateAsync(AddressOf(key), new JsonObject { ["B2BProspectStatus"] = status.ToString() }, etag, cancel);

    /// <summary>Changes fields other than the decision.</summary>
    public Task UpdateAsync(ProspectKey key, JsonObject changes, string? etag, CancellationToken cancel) => commerce.UpdateAsync(AddressOf(key), changes, etag, cancel);

    /// <summary>Reads as little as possible, to see whether Commerce answers and lets the connector in.</summary>
    public async Task ProbeAsync(string legalEntity, CancellationToken cancel)
    {
        var query = OData.Query(Set, ("$filter", $"dataAreaId eq {OData.Text(legalEntity)}"), ("$select", KeyAndStatus), ("$top", "1"));
        await foreach (var _ in commerce.ListAsync<ProspectRow>(query, cancel))
        {
            break;
        }
    }

    private static string AddressOf(ProspectKey key) => OData.Key(Set, ("dataAreaId", key.LegalEntity), ("ProspectId", key.ProspectId)) + "?cross-company=true";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private async IAsyncEnumerable<ProspectRow> QueryAsync(string legalEntity, ProspectStatus? status, (string Name, string Value)[] more, [EnumeratorCancellation] CancellationToken cancel)
    {
        var ofEntity = $"dataAreaId eq {OData.Text(legalEntity)}";
        var full = ofEntity + $" and IsB2BProspect eq {OData.Symbol("NoYes", "Yes")}"
            + (status is { } wanted ? $" and B2BProspectStatus eq {OData.Symbol("RetailB2BProspectStatus", wanted.ToString())}" : "");
        IAsyncEnumerator<ProspectRow>? rows = null;
        try
        {
            var any = false;
            if (_filterUnderstood)
            {
                rows = commerce.ListAsync<ProspectRow>(OData.Query(Set, [("$filter", full), .. more]), cancel).GetAsyncEnumerator(cancel);
                try
                {
                    any = await rows.MoveNextAsync();
                }
                catch (CommerceException problem) when (problem.Status == 400)
                {
                    // Some entities refuse filters on certain fields: from now on everything is read and filtered here.
                    _filterUnderstood = false;
                    await rows.DisposeAsync();
                }
            }

            if (!_filterUnderstood)
            {
                rows = commerce.ListAsync<ProspectRow>(OData.Query(Set, [("$filter", ofEntity), .. more]), cancel).GetAsyncEnumerator(cancel);
                any = await rows.MoveNextAsync();
            }

            for (; any; any = await rows!.MoveNextAsync())
            {
                if (rows!.Current is { IsB2B: true } row && (status is null || row.B2BProspectStatus == status.Value.ToString()))
                {
                    yield return row;
                }
            }
        }
        finally
        {
            if (rows is not null)
            {
                await rows.DisposeAsync();
            }
        }
    }
}
