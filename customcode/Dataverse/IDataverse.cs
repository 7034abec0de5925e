using System.Text.Json;

namespace B2BConnector.CustomCode.Dataverse;

/// <summary>The one seam to Dataverse: reads rows in the Web API's form.</summary>
internal interface IDataverse
{
    /// <summary>All rows of a query, page after page.</summary>
    /// <exception cref="DataverseException">Dataverse refused, or cannot be reached.</exception>
    Task<IReadOnlyList<JsonElement>> QueryAsync(RowQuery query, CancellationToken cancellationToken = default);
}
