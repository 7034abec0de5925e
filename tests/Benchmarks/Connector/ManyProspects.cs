using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace B2BConnector.Benchmarks.Connector;

/// <summary>Stands in for a Commerce with many pending prospects, in pages of 10,000 rows as it gives them.</summary>
internal sealed class ManyProspects(int pending) : HttpMessageHandler
{
    private const int PageSize = 10_000;
    private readonly HashSet<int> _decided = [];
    private int _added;

    public int Pages { get; private set; }

    public int SingleReads { get; private set; }

    /// <summary>Most bytes that were alive when a page was asked for.</summary>
    public long Peak { get; private set; }

    /// <summary>Half of the changes are decisions, half are new requests.</summary>
    public void Change(int changes)
    {
        for (var change = 0; change < changes / 2; change++)
        {
            _decided.Add((_decided.Count * 1997 % pending) + 1);
        }

        _added += changes - (changes / 2);
    }

    public void Forget() => (Pages, SingleReads, Peak) = (0, 0, 0);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Peak = Math.Max(Peak, GC.GetTotalMemory(forceFullCollection: false));
        var address = Uri.UnescapeDataString(request.RequestUri!.PathAndQuery);
        return Task.FromResult(Answer(address.Contains("(dataAreaId=", StringComparison.Ordinal) ? One(address) : Page(address)));
    }

    private static HttpResponseMessage Answer(string json)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }

    private string One(string address)
    {
        SingleReads++;
        var from = address.IndexOf("P-", StringComparison.Ordinal);
        return Row(int.Parse(address.AsSpan(from + 2, address.IndexOf('\'', from) - from - 2), CultureInfo.InvariantCulture));
    }

    private string Page(string address)
    {
        Pages++;
        var all = !address.Contains("RetailB2BProspectStatus", StringComparison.Ordinal);
        var from = address.Split("$from=") is [_, var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 1;
        var (rows, number) = (new List<string>(PageSize), from);
        for (; number <= (pending + _added) && rows.Count < PageSize; number++)
        {
            if (all || !_decided.Contains(number))
            {
                rows.Add(Row(number));
            }
        }

        var next = number <= (pending + _added) ? $",\"@odata.nextLink\":\"https://commerce.contoso.example/data/Prospects?{(all ? "" : "RetailB2BProspectStatus&")}$from={number}\"" : "";
        return $"{{\"value\":[{string.Join(',', rows)}]{next}}}";
    }

    private string Row(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"dataAreaId\":\"usrt\",\"ProspectId\":\"P-{number}\",\"IsB2BProspect\":\"Yes\",\"B2BProspectStatus\":\"{(_decided.Contains(number) ? "Approved" : "Pending")}\"}}");
}
