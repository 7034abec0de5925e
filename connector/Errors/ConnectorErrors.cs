namespace B2BConnector.Connector.Errors;

/// <summary>Every error the connector answers with: code, status and sentence have their only place here.</summary>
internal static class ConnectorErrors
{
    public static ConnectorException InvalidRequest(IReadOnlyList<ErrorDetail> details) =>
        new(400, "invalid_request", details.Count == 1 ? details[0].Message : $"The request has {details.Count} problems; details lists them.")
        {
            Target = details.Count == 1 ? details[0].Target : null,
            Details = details,
        };

    public static ConnectorException InvalidRequest(string target, string message) => InvalidRequest([new ErrorDetail("invalid_value", message, target)]);

    public static ConnectorException CallbackRefused(string refusal) =>
        new(400, "callback_refused", $"Events cannot be delivered to this callback address. {refusal}") { Target = "callbackUrl" };

    public static ConnectorException LegalEntityNotServed(string legalEntity) =>
        new(404, "legal_entity_not_served", $"This connector does not serve the legal entity '{legalEntity}'. Add it to LegalEntities or use one that is listed there.") { Target = "legalEntity" };

    public static ConnectorException ProspectNotFound(string legalEntity, string prospectId) =>
        new(404, "prospect_not_found", $"Commerce has no prospect '{prospectId}' in legal entity '{legalEntity}'. A request becomes a prospect only after the jobs P-0001 and Synchronize customers and channel requests.") { Target = "prospectId" };

    public static ConnectorException PartnerNotFound(string legalEntity, string account) =>
        new(404, "partner_not_found", $"Commerce has no customer '{account}' of type organization in legal entity '{legalEntity}'. Use the account number that EnsureCustomers or Commerce gives.") { Target = "customerAccount" };

    public static ConnectorException CustomerNotFound(string legalEntity, string account) =>
        new(404, "customer_not_found", $"Commerce has no customer '{account}' in legal entity '{legalEntity}'. Use the account number that EnsureCustomers or Commerce gives.") { Target = "customerAccount" };

    public static ConnectorException HierarchyNotFound(string account) =>
        new(404, "hierarchy_not_found", $"Customer '{account}' has no such customer hierarchy in Commerce. The approval of its prospect makes one.") { Target = "customerAccount" };

    public static ConnectorException PartnerUserNotFound(string partyNumber, string hierarchyId) =>
        new(404, "partner_user_not_found", $"Customer hierarchy '{hierarchyId}' has no user with the party number '{partyNumber}'. ListPartnerUsers gives those it has.") { Target = "partyNumber" };

    public static ConnectorException SeveralHierarchies(string account, IReadOnlyList<string> hierarchies) =>
        new(409, "several_hierarchies", $"Customer '{account}' has {hierarchies.Count} customer hierarchies: {string.Join(", ", hierarchies.Take(5))}{(hierarchies.Count > 5 ? " …" : "")}. Say which one with hierarchyId.")
        {
            Target = "hierarchyId",
            Details = [.. hierarchies.Select(hierarchy => new ErrorDetail("hierarchy", hierarchy))],
        };

    public static ConnectorException CreditLimitElsewhere(string account, string creditAccount) =>
        new(409, "credit_limit_elsewhere", $"Orders of customer '{account}' are invoiced to customer '{creditAccount}', whose credit limit counts. Set the limit of '{creditAccount}'.") { Target = "customerAccount" };

    public static ConnectorException EmailInUse(string account) =>
        new(409, "email_in_use", $"Customer '{account}' has this e-mail address and does not belong to this partner. Two persons with one address could both not sign in: use another address, or correct that customer in Commerce.") { Target = "email" };

    public static ConnectorException SingleAdministrator(string hierarchyId) =>
        new(409, "single_administrator", $"Customer hierarchy '{hierarchyId}' has its administrator already, and a partner has exactly one. Change the administrator in Commerce headquarters.") { Target = "role" };

    public static ConnectorException LastAdministrator(string hierarchyId) =>
        new(409, "last_administrator", $"This user is the last administrator of customer hierarchy '{hierarchyId}', and a partner cannot be without one. Make another user administrator first.");

    public static ConnectorException SubscriptionNotFound() =>
        new(404, "subscription_not_found", "There is no subscription with this token. Use the address that the header Location of the subscription named.");

    public static ConnectorException AlreadyDecided(string prospectId, string status, string wanted) =>
        new(409, "prospect_already_decided", $"Prospect '{prospectId}' is {status} and cannot become {wanted}: a decision is final. {(status == "Approved" ? "To stop the partner, put its customers on hold in Commerce." : "The partner has to send a new request.")}") { Details = [new ErrorDetail("status", status, "status")] };

    public static ConnectorException ProspectNotPending(string prospectId, string status) =>
        new(409, "prospect_not_pending", $"Prospect '{prospectId}' is {status}, and only a pending one can be changed. Change its customers in Commerce instead.") { Details = [new ErrorDetail("status", status, "status")] };

    public static ConnectorException InProgress(TimeSpan retryAfter) =>
        new(409, "in_progress", "Another call is working on this prospect, partner, e-mail address or Idempotency-Key. Try again after the time in Retry-After.") { RetryAfter = retryAfter };

    public static ConnectorException CustomersMissing(string prospectId, IReadOnlyList<string> missing) =>
        new(409, "customers_missing", $"Prospect '{prospectId}' has no {string.Join(" and no ", missing)} in Commerce yet. Call EnsureCustomers first.");

    public static ConnectorException CustomersMadeElsewhere(string prospectId, string what) =>
        new(409, "customers_missing", $"Prospect '{prospectId}' has no {what} in Commerce yet, and the connector makes none (Customers:Creation=AdoptOnly). Call again when dual-write or a person has made it.");

    public static ConnectorException SeveralMatches(string what, string key, IReadOnlyList<string> accounts) =>
        new(409, "several_matches", $"Commerce has {accounts.Count} {what} with the same {key}: {string.Join(", ", accounts.Take(5))}{(accounts.Count > 5 ? " …" : "")}. Merge or correct them in Commerce, so that one is left.")
        {
            Details = [.. accounts.Select(account => new ErrorDetail("customer_account", account))],
        };

    public static ConnectorException ApprovalsOnHold(string legalEntity, string prospectId) =>
        new(409, "approvals_on_hold", $"Approvals in legal entity '{legalEntity}' are on hold, because the approval of prospect '{prospectId}' did not leave a partner who can sign in. Mend it in Commerce, then call ReleaseApprovals.") { Target = "legalEntity" };

    public static ConnectorException CustomersDoubled(string legalEntity, string prospectId, IReadOnlyList<string> accounts, bool onHold) =>
        new(409, "customers_doubled", $"Prospect '{prospectId}' is Approved in Commerce, but {accounts.Count} customers of type person have its e-mail address now: {string.Join(", ", accounts.Take(5))}{(accounts.Count > 5 ? " …" : "")}. None of them can sign in. Merge them in Commerce."
            + (onHold ? $" Further approvals in legal entity '{legalEntity}' are on hold until ReleaseApprovals is called." : ""))
        {
            Details = [.. accounts.Select(account => new ErrorDetail("customer_account", account))],
        };

    public static ConnectorException IdempotencyKeyReused() =>
        new(409, "idempotency_key_reused", "This Idempotency-Key was used with another request. Use a new key for a new request.") { Target = "Idempotency-Key" };

    public static ConnectorException AttemptUnfinished(TimeSpan retryAfter) =>
        new(409, "attempt_unfinished", "An earlier call under this Idempotency-Key was cut off, and its request may still wait for the jobs P-0001 and Synchronize customers and channel requests. Repeat the call after the time in Retry-After: it looks for the prospect before it submits again.") { Target = "Idempotency-Key", RetryAfter = retryAfter };

    public static ConnectorException OutcomeUnknown() =>
        new(409, "outcome_unknown", "Commerce broke off while the request was submitted, so it is unknown whether it arrived, and a repetition could not be told from a new request. Look in Commerce for a prospect of this e-mail address before you submit it again. With an Idempotency-Key the connector does that.") { Target = "Idempotency-Key" };

    public static ConnectorException NotB2BProspect(string prospectId) =>
        new(422, "not_b2b_prospect", $"Prospect '{prospectId}' is not of the type B2B prospect, so the connector leaves it alone.");

    public static ConnectorException UnknownStatus(string prospectId) =>
        new(422, "unknown_status", $"Prospect '{prospectId}' has the status Unknown in Commerce. A person has to look at it there.");

    public static ConnectorException OnboardingRouteNotConfigured() =>
        new(501, "onboarding_route_not_configured", "No way in for onboarding requests is configured. Set Onboarding:Route to ScaleUnit (with Onboarding:Path and Commerce:ScaleUnitUrl) or to Prospects.");

    public static ConnectorException WebhooksNotConfigured() =>
        new(501, "webhooks_not_configured", "No key for webhooks is configured. Set Webhooks:Keys:0:id and Webhooks:Keys:0:secret, or use the polling triggers.");

    public static ConnectorException ApprovedWithoutHierarchy(string legalEntity, string prospectId, bool onHold) =>
        new(502, "approved_without_hierarchy", $"Prospect '{prospectId}' is Approved in Commerce, but there is no customer hierarchy with the requester as administrator, so nobody can sign in."
            + (onHold ? $" Further approvals in legal entity '{legalEntity}' are on hold until ReleaseApprovals is called." : " Look at it in Commerce."));

    public static ConnectorException CommerceRefused(string reason) =>
        new(422, "commerce_refused", "Commerce refused to write this; details holds what it said. Correct the record that it names, then repeat the call.") { Details = [new ErrorDetail("commerce_refused", reason)] };

    public static ConnectorException CommerceError(string message) => new(502, "commerce_error", message);

    public static ConnectorException CommerceQuestionRefused(string reason) =>
        new(502, "commerce_error", "Commerce did not accept a question of the connector; details holds what it said. Check that its version has the data entities the connector reads.") { Details = [new ErrorDetail("commerce_refused", reason)] };

    public static ConnectorException CommerceKeepsChanging() =>
        new(502, "commerce_error", "The record kept changing in Commerce while it was written. Try again.");

    public static ConnectorException CommerceSignIn() =>
        new(502, "commerce_sign_in", "Commerce did not accept the connector's sign-in. Check Commerce:Credential and the app's entry under Microsoft Entra applications in Commerce.");

    public static ConnectorException CommerceUnavailable(TimeSpan retryAfter) =>
        new(503, "commerce_unavailable", "Commerce does not answer at the moment. Try again after the time in Retry-After.") { RetryAfter = retryAfter };

    public static ConnectorException CommerceThrottled(TimeSpan retryAfter) =>
        new(503, "commerce_throttled", "Commerce gets too many requests and asks for a pause. Try again after the time in Retry-After.") { RetryAfter = retryAfter };

    public static ConnectorException CommerceCutOff(TimeSpan retryAfter) =>
        new(503, "commerce_cut_off", "Commerce broke off while writing, so it is unknown whether the change arrived. Repeat the call: it looks before it writes.") { RetryAfter = retryAfter };

    public static ConnectorException TookTooLong(TimeSpan retryAfter) =>
        new(503, "took_too_long", "The work took longer than one call may. Repeat the call: it looks before it writes.") { RetryAfter = retryAfter };

    public static ConnectorException FeedStuck(TimeSpan retryAfter) =>
        new(503, "feed_stuck", "The connector could not look for changes. Its log says why.") { RetryAfter = retryAfter };

    public static ConnectorException StoreAway() =>
        new(503, "store_unavailable", "The connector's own store does not answer at the moment. Repeat the call after the time in Retry-After: it looks before it writes.") { RetryAfter = TimeSpan.FromSeconds(10) };

    public static ConnectorException TokenRefused(string reason) =>
        new(401, "token_refused", $"The token in the header Authorization is not taken. {reason} Sign in again, or correct the connection.");

    public static ConnectorException SignInUnavailable(TimeSpan retryAfter) =>
        new(503, "sign_in_unavailable", "Microsoft Entra does not answer, so the token cannot be checked. Try again after the time in Retry-After.") { RetryAfter = retryAfter };

    public static ConnectorException Internal(string traceId) =>
        new(500, "internal_error", $"The connector failed. Its log says why; look for trace {traceId}.");

    /// <summary>Statuses that <see cref="OfStatus"/> has a sentence for.</summary>
    public static readonly IReadOnlyList<int> FrameworkStatuses = [401, 403, 404, 405, 413, 415];

    /// <summary>For answers that the framework gives with a status alone.</summary>
    public static ConnectorException OfStatus(int status) => status switch
    {
        400 => InvalidRequest("request", "The request could not be read. Send one JSON object as the body and plain values in path and query."),
        401 => new(401, "unauthenticated", "The header X-Api-Key is missing or holds no known key, and there is no token. Send the key of this connection, or Authorization: Bearer with a token of Microsoft Entra where the connector takes them."),
        403 => new(403, "forbidden", "This caller may not do that. Give its key, user or application the role the operation needs."),
        404 => new(404, "route_not_found", "There is no such route. The operations are listed in apiDefinition.swagger.json."),
        405 => new(405, "method_not_allowed", "This route exists for other methods; the header Allow lists them."),
        413 => new(413, "request_too_large", "The request body is larger than 1 MB. Send less."),
        415 => new(415, "unsupported_media_type", "Send the body as application/json, in UTF-8."),
        _ => new(status, status >= 500 ? "internal_error" : "invalid_request", $"The request failed with status {status}."),
    };
}
