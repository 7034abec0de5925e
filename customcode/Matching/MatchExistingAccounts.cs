using B2BConnector.CustomCode.Dataverse;
using Microsoft.Azure.Functions.Extensions.Workflows;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace B2BConnector.CustomCode.Matching;

/// <summary>The function <c>MatchExistingAccounts</c>: what Sales knows already about a prospect.</summary>
public sealed partial class MatchExistingAccounts
{
    private readonly ILogger _log;
    private readonly Func<IDataverse> _dataverse;

    /// <summary>For the host that calls the function.</summary>
    public MatchExistingAccounts(ILoggerFactory loggers)
        : this(loggers, DataverseConnection.Open)
    {
    }

    internal MatchExistingAccounts(ILoggerFactory loggers, Func<IDataverse> dataverse)
    {
        _log = loggers.CreateLogger<MatchExistingAccounts>();
        _dataverse = dataverse;
    }

    /// <summary>
    /// Proposes the account and the contact that Sales already has for a prospect, and says whether another pending
    /// prospect asks for the same. Reads only; the caller decides what to do with it.
    /// </summary>
    /// <param name="legalEntity">Legal entity of the prospect (<c>usrt</c>).</param>
    /// <param name="prospectId">Number of the prospect.</param>
    /// <param name="organizationName">Name of the organization as submitted; empty if unknown.</param>
    /// <param name="email">E-mail of the requester; empty if unknown.</param>
    /// <param name="country">Country of the organization: ISO code or name; empty if unknown.</param>
    [Function("MatchExistingAccounts")]
    public async Task<MatchResult> Run([WorkflowActionTrigger] string legalEntity, string prospectId, string organizationName, string email, string country)
    {
        var request = new MatchRequest(legalEntity, prospectId, organizationName, email, country);
        var result = await new RequestMatcher(new SalesRows(_dataverse())).MatchAsync(request).ConfigureAwait(false);
        Matched(legalEntity, prospectId, result.Account?.Id, result.Contact?.Id, result.Ambiguous.Count, result.DuplicateRequest);
        return result;
    }

    [LoggerMessage(700, LogLevel.Information, "Prospect {LegalEntity}:{ProspectId}: account {AccountId}, contact {ContactId}, {Ambiguous} ambiguous, duplicate request: {Duplicate}")]
    private partial void Matched(string legalEntity, string prospectId, string? accountId, string? contactId, int ambiguous, bool duplicate);
}
