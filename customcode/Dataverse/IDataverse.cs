using System.Text.Json;

namespace B2BConnector.CustomCode.Dataverse;

/// <summary>The one seam to Dataverse: reads and writes rows in the Web API's form.</summary>
internal interface IDataverse
{
    /// <summary>All rows of a query, page after page.</summary>
    /// <exception cref="DataverseException">Dataverse refused, or cannot be reached.</exception>
    Task<IReadOnlyList<JsonElement>> QueryAsync(RowQuery query, CancellationToken cancellationToken = default);

    /// <summary>All rows of each query, asked in one call.</summary>
    /// <exception cref="DataverseException">Dataverse refused one, or cannot be reached.</exception>
    Task<IReadOnlyList<IReadOnlyList<JsonElement>>> QueryTogetherAsync(IReadOnlyList<RowQuery> queries, CancellationToken cancellationToken = default);

    /// <summary>Updates all rows or none, in one call. A row that is not there is not made.</summary>
    /// <exception cref="DataverseException">Dataverse refused one, or cannot be reached.</exception>
    Task UpdateTogetherAsync(IReadOnlyList<RowUpdate> rows, CancellationToken cancellationToken = default);
}
