using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Customers;
using B2BConnector.Connector.Idempotency;
using B2BConnector.Connector.Store.Rows;

namespace B2BConnector.Connector.Features.Onboarding;

/// <summary>
/// Submits a request once per Idempotency-Key, over lost answers and crashes too: records the attempt before it writes, and a
/// repetition of an unfinished one looks for its prospect before it submits again.
/// </summary>
/// <remarks>
/// The prospect of an attempt is the one of the same e-mail address and company that was not there before: prospects carry no time.
/// While a request lies in the channel nobody can see it. There the scale unit has to recognize the token it was handed; no document
/// says that it does, so without <see cref="OnboardingOptions.ScaleUnitKnowsToken"/> a repetition waits until the jobs have run.
/// </remarks>
internal sealed class OnboardingSubmission(CommerceProspects prospects, TimeProvider time)
{
    /// <param name="route">The way in.</param>
    /// <param name="legalEntity">Legal entity of the channel.</param>
    /// <param name="channel">The channel it is for.</param>
    /// <param name="request">The checked form.</param>
    /// <param name="call">Null when the caller sent no Idempotency-Key: then every call is a request of its own.</param>
    /// <param name="cancel">Ends the call.</param>
    public async Task<OnboardingAnswer> SubmitAsync(IOnboardingRoute route, string legalEntity, ChannelRow channel, OnboardingRequest request, IdempotentCall? call, CancellationToken cancel)
    {
        var recognized = route.RecognizesToken && call is not null;
        if (call?.Earlier is { } earlier && !recognized && await FoundAsync(earlier, route, legalEntity, request, cancel) is { } already)
        {
            return already;
        }

        var known = call?.Earlier is { } begun ? IdempotentCall.KnownTo(begun) : [.. (await AlikeAsync(legalEntity, request, cancel)).Select(row => row.ProspectId!)];
        var attempt = call is null ? null : await call.BeginAsync(known);
        try
        {
            return await route.SubmitAsync(legalEntity, channel, request, attempt?.Token, cancel);
        }
        catch (CommerceException problem) when (problem.Failure == CommerceFailure.Ambiguous && !recognized)
        {
            return await AfterALostAnswerAsync(legalEntity, request, known, cancel) ?? throw (call is null ? ConnectorErrors.OutcomeUnknown() : problem);
        }
        catch (Exception problem) when (call is { Earlier: null } && problem is ConnectorException or CommerceException { Failure: not CommerceFailure.Ambiguous })
        {
            // Commerce did nothing, now or before: the next call under this key begins anew.
            await call!.ForgetAsync();
            throw;
        }
    }

    /// <exception cref="ConnectorException">attempt_unfinished: too early to say that there is none.</exception>
    private async Task<OnboardingAnswer?> FoundAsync(UnfinishedAttempt earlier, IOnboardingRoute route, string legalEntity, OnboardingRequest request, CancellationToken cancel)
    {
        // The clock is read before the table: a request that becomes visible in between is found by the next call.
        var wait = earlier.BegunAt + route.AppearsWithin - time.GetUtcNow();
        var found = await NewAsync(legalEntity, request, IdempotentCall.KnownTo(earlier), cancel);
        return found is null && wait > TimeSpan.Zero ? throw ConnectorErrors.AttemptUnfinished(wait) : found;
    }

    private async Task<OnboardingAnswer?> AfterALostAnswerAsync(string legalEntity, OnboardingRequest request, IReadOnlyList<string> known, CancellationToken cancel)
    {
        try
        {
            return await NewAsync(legalEntity, request, known, cancel);
        }
        catch (CommerceException)
        {
            // What the caller has to know is that the write was cut off, not that nobody could look either.
            return null;
        }
    }

    private async Task<OnboardingAnswer?> NewAsync(string legalEntity, OnboardingRequest request, IReadOnlyList<string> known, CancellationToken cancel) =>
        (await AlikeAsync(legalEntity, request, cancel)).Find(row => !known.Contains(row.ProspectId)) is { } row
            ? new OnboardingAnswer { LegalEntity = legalEntity, ProspectId = row.ProspectId }
            : null;

    private async Task<List<ProspectRow>> AlikeAsync(string legalEntity, OnboardingRequest request, CancellationToken cancel) =>
        (await prospects.ListByEmailAsync(legalEntity, CustomerFinder.Normal(request.Email!), cancel))
            .FindAll(row => string.Equals(row.CompanyName, request.CompanyName!.Trim(), StringComparison.OrdinalIgnoreCase));
}
