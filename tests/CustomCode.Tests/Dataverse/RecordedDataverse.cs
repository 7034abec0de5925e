using System.Text.Json;
using B2BConnector.CustomCode.Dataverse;

namespace B2BConnector.CustomCode.Tests.Dataverse;

/// <summary>Answers with the rows of each table and remembers what was asked and written together.</summary>
internal sealed class RecordedDataverse : IDataverse
{
    /// <summary>JSON arrays by entity set; a set without one has no rows.</summary>
    public Dictionary<string, string> Rows { get; } = [];

    public List<IReadOnlyList<RowQuery>> Queries { get; } = [];

    public List<IReadOnlyList<RowUpdate>> Updates { get; } = [];

    /// <summary>Thrown instead of writing.</summary>
    public DataverseException? Refusal { get; set; }

    public Task<IReadOnlyList<JsonElement>> QueryAsync(RowQuery query, CancellationToken cancellationToken = default)
    {
        Queries.Add([query]);
        return Task.FromResult(Answer(query));
    }

    public Task<IReadOnlyList<IReadOnlyList<JsonElement>>> QueryTogetherAsync(IReadOnlyList<RowQuery> queries, CancellationToken cancellationToken = default)
    {
        Queries.Add(queries);
        return Task.FromResult<IReadOnlyList<IReadOnlyList<JsonElement>>>([.. queries.Select(Answer)]);
    }

    public Task UpdateTogetherAsync(IReadOnlyList<RowUpdate> rows, CancellationToken cancellationToken = default)
    {
        Updates.Add(rows);
        return Refusal is null ? Task.CompletedTask : Task.FromException(Refusal);
    }

    private IReadOnlyList<JsonElement> Answer(RowQuery query) => [.. JsonDocument.Parse(Rows.GetValueOrDefault(query.Set, "[]")).RootElement.EnumerateArray()];
}
