using System.Text.Json;
using System.Text.Json.Nodes;
using B2BConnector.CustomCode.Dataverse;
using Microsoft.Azure.Functions.Extensions.Workflows;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace B2BConnector.CustomCode.Updates;

/// <summary>The function <c>UpdateAccountAndContact</c>: two rows in one call of Dataverse.</summary>
public sealed partial class UpdateAccountAndContact
{
    private readonly ILogger _log;
    private readonly Func<IDataverse> _dataverse;

    /// <summary>For the host that calls the function.</summary>
    public UpdateAccountAndContact(ILoggerFactory loggers)
        : this(loggers, DataverseConnection.Open)
    {
    }

    internal UpdateAccountAndContact(ILoggerFactory loggers, Func<IDataverse> dataverse)
    {
        _log = loggers.CreateLogger<UpdateAccountAndContact>();
        _dataverse = dataverse;
    }

    /// <summary>
    /// Writes columns of an account and of a contact, both or none. A row that is not there is not made: then neither is written and the
    /// function fails. Twice the same is as once. Returns the number of rows written.
    /// </summary>
    /// <param name="accountId">The account.</param>
    /// <param name="accountColumns">Its columns as the text of a JSON object, such as <c>{"b2b_customeraccount":"C-1"}</c>.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="contactColumns">Its columns, likewise.</param>
    [Function("UpdateAccountAndContact")]
    public async Task<int> Run([WorkflowActionTrigger] string accountId, string accountColumns, string contactId, string contactColumns)
    {
        RowUpdate[] rows =
        [
            new("accounts", Id(accountId, nameof(accountId)), Columns(accountColumns, nameof(accountColumns))),
            new("contacts", Id(contactId, nameof(contactId)), Columns(contactColumns, nameof(contactColumns))),
        ];
        try
        {
            await _dataverse().UpdateTogetherAsync(rows).ConfigureAwait(false);
        }
        catch (DataverseException refused)
        {
            // Who calls learns only that the function failed.
            Refused(accountId, contactId, refused.Message);
            throw;
        }

        return rows.Length;
    }

    private static Guid Id(string id, string name) => Guid.TryParse(id, out var row) ? row : throw new ArgumentException("The id of a row is a GUID.", name);

    // Written anew: in one line, and nothing but one object.
    private static string Columns(string columns, string name)
    {
        try
        {
            return (JsonNode.Parse(columns) as JsonObject)?.ToJsonString() ?? throw new ArgumentException("Columns come as the text of a JSON object.", name);
        }
        catch (JsonException unreadable)
        {
            throw new ArgumentException("Columns come as the text of a JSON object.", name, unreadable);
        }
    }

    [LoggerMessage(720, LogLevel.Warning, "Account {AccountId} and contact {ContactId} are not written: {Why}")]
    private partial void Refused(string accountId, string contactId, string why);
}
