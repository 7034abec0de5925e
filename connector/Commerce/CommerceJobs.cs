using B2BConnector.Connector.Commerce.Rows;

namespace B2BConnector.Connector.Commerce;

/// <summary>Batch jobs of Commerce. They are read only: no public interface starts one.</summary>
internal sealed class CommerceJobs(CommerceClient commerce)
{
    private const string Newest = "20";

    /// <summary>The newest executions of the job with this description, the newest first.</summary>
    public async Task<List<BatchJobRow>> ListAsync(string description, CancellationToken cancel)
    {
        var rows = new List<BatchJobRow>();
        var query = OData.Query("BatchJobs", ("$filter", $"JobDescription eq {OData.Text(description)}"), ("$orderby", "StartDateTime desc"), ("$top", Newest));
        await foreach (var row in commerce.ListAsync<BatchJobRow>(query, cancel))
        {
            rows.Add(row);
        }

        return rows;
    }
}
