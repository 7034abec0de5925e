using Azure.Core;
using B2BConnector.Connector.Security;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Configuration;

/// <summary>Looks at the whole configuration and reports every problem at once.</summary>
internal sealed class ConfigurationCheck(
    IServiceProvider services,
    IHostEnvironment environment,
    IOptions<ConnectorOptions> connector,
    IOptions<CommerceOptions> commerce,
    IOptions<DecisionOptions> decision,
    IOptions<CustomersOptions> customers,
    IOptions<OnboardingOptions> onboarding,
    IOptions<StorageOptions> storage,
    IOptions<FeedOptions> feed,
    IOptions<LeaseOptions> leases,
    IOptions<WebhookOptions> webhooks,
    IOptions<AuthenticationOptions> authentication)
{
    /// <exception cref="ConnectorStartException">Lists all problems.</exception>
    public void Run()
    {
        var problems = new List<string>();
        foreach (var check in new Action<List<string>>[] { CheckConnector, CheckCommerce, CheckDecision, CheckOnboarding, CheckStorage, CheckTimes, CheckWebhooks, CheckKeys })
        {
            try
            {
                check(problems);
            }
            catch (InvalidOperationException problem)
            {
                // A value that cannot be read fails each check that needs it, always with the binder's text, which names the key.
                problems.Add(problem.InnerException is null ? problem.Message : $"{problem.Message} {problem.InnerException.Message}");
            }
        }

        problems = [.. problems.Distinct()];
        if (problems.Count > 0)
        {
            throw new ConnectorStartException(problems);
        }
    }

    private void CheckConnector(List<string> problems)
    {
        if (connector.Value.LegalEntities.Count == 0)
        {
            problems.Add("LegalEntities is empty. List the legal entities to serve, for example LegalEntities:0=usrt.");
        }

        foreach (var name in connector.Value.LegalEntities.Where(name => !Features.Prospects.ProspectKey.IsLegalEntity(name)))
        {
            problems.Add($"LegalEntities holds '{name}'. A legal entity has 1 to 10 letters and digits.");
        }
    }

    private void CheckCommerce(List<string> problems)
    {
        var options = commerce.Value;
        CheckUrl(problems, "Commerce:EnvironmentUrl", options.EnvironmentUrl, required: true);
        CheckUrl(problems, "Commerce:ScaleUnitUrl", options.ScaleUnitUrl, required: onboarding.Value.Route == OnboardingRoute.ScaleUnit);
        try
        {
            // A host may have put its own in the place of the one that the configuration names.
            services.GetRequiredService<TokenCredential>();
        }
        catch (ConnectorStartException problem)
        {
            problems.Add(problem.Message);
        }
    }

    private void CheckUrl(List<string> problems, string key, Uri? url, bool required)
    {
        if (url is null)
        {
            if (required)
            {
                problems.Add($"{key} is not set. Give the root address, for example https://contoso.operations.dynamics.com.");
            }
        }
        else if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
        {
            problems.Add($"{key} is '{url}'. Give an absolute https address.");
        }
        else if (url.Scheme != Uri.UriSchemeHttps && !environment.IsDevelopment())
        {
            problems.Add($"{key} is '{url}'. Outside Development it must be https, because tokens travel with each call.");
        }
    }

    private void CheckDecision(List<string> problems)
    {
        var options = decision.Value;
        var creation = customers.Value.Creation;
        switch (options.Strategy)
        {
            case null or "":
                problems.Add("Decision:Strategy is not set and has no default outside Development. Choose StatusWrite, CustomService or Compose: "
                    + "StatusWrite relies on Commerce running its approval when the status is written, CustomService calls a service of yours, Compose builds the hierarchy itself.");
                break;
            case "CustomService" when options.Service?.Trim('/').Split('/') is not [{ Length: > 0 }, { Length: > 0 }]:
                problems.Add("Decision:Service is not set, or is not of the form group/service. Decision:Strategy=CustomService needs the service that is deployed in Commerce.");
                break;
            case "Compose" when creation == CustomerCreation.OnApproval:
                problems.Add("Decision:Strategy=Compose needs the customers before the approval, and Customers:Creation=OnApproval leaves them "
                    + "to Commerce. Choose Customers:Creation=OnQualify or AdoptOnly, or Decision:Strategy=StatusWrite.");
                break;
            case "StatusWrite" or "CustomService" or "Compose":
                break;
            default:
                problems.Add($"Decision:Strategy is '{options.Strategy}'. Choose StatusWrite, CustomService or Compose.");
                break;
        }

        if (options.ReadBackTries < 1)
        {
            problems.Add("Decision:ReadBackTries must be at least 1.");
        }
    }

    private void CheckOnboarding(List<string> problems)
    {
        if (onboarding.Value.Route == OnboardingRoute.ScaleUnit && string.IsNullOrWhiteSpace(onboarding.Value.Path))
        {
            problems.Add("Onboarding:Path is not set. The route ScaleUnit needs the path of the operation; look it up in the scale unit's $metadata.");
        }
    }

    private void CheckStorage(List<string> problems) => StorageCheck.Run(storage.Value, environment.IsDevelopment(), problems);

    private void CheckTimes(List<string> problems)
    {
        foreach (var (key, value) in new[]
        {
            ("Feed:Interval", feed.Value.Interval),
            ("Feed:FullPassInterval", feed.Value.FullPassInterval),
            ("Feed:PatienceOfTriggers", feed.Value.PatienceOfTriggers),
            ("Leases:Duration", leases.Value.Duration),
            ("Onboarding:JobsTake", onboarding.Value.JobsTake),
            ("Commerce:AttemptTimeLimit", commerce.Value.AttemptTimeLimit),
            ("Commerce:TotalTimeLimit", commerce.Value.TotalTimeLimit),
        })
        {
            if (value <= TimeSpan.Zero)
            {
                problems.Add($"{key} is {value}. It must be longer than zero.");
            }
        }

        if (feed.Value.BatchSize is < 1 or > 1000)
        {
            problems.Add("Feed:BatchSize must be from 1 to 1000.");
        }

        if (commerce.Value.Retries is < 1 or > 10)
        {
            problems.Add("Commerce:Retries must be from 1 to 10.");
        }
    }

    private void CheckWebhooks(List<string> problems) => WebhookCheck.Run(webhooks.Value, environment.IsDevelopment(), problems);

    private void CheckKeys(List<string> problems)
    {
        var keys = authentication.Value.ApiKeys;
        var entra = authentication.Value.Entra;
        if (keys.Count == 0 && !entra.IsConfigured)
        {
            problems.Add("Authentication:ApiKeys is empty and Authentication:Entra is not set, so nobody could call. Add name, key and roles, or TenantId and ClientId.");
        }

        if (entra.IsConfigured)
        {
            CheckEntra(problems, entra);
        }

        for (var index = 0; index < keys.Count; index++)
        {
            ApiKey.Check($"Authentication:ApiKeys:{index}", keys[index], environment.IsDevelopment(), problems);
        }
    }

    private void CheckEntra(List<string> problems, EntraOptions entra)
    {
        if (!Guid.TryParse(entra.TenantId, out _))
        {
            problems.Add($"Authentication:Entra:TenantId is '{entra.TenantId}'. Give the id of the one tenant whose tokens are taken; names and 'common' would let others in.");
        }

        if (!Guid.TryParse(entra.ClientId, out _))
        {
            problems.Add($"Authentication:Entra:ClientId is '{entra.ClientId}'. Give the application (client) id of this connector's app registration.");
        }

        if (string.IsNullOrWhiteSpace(entra.Scope))
        {
            problems.Add("Authentication:Entra:Scope is empty. Name the scope that the app registration exposes, for example access_as_user.");
        }

        CheckUrl(problems, "Authentication:Entra:Instance", entra.Instance, required: true);
    }
}
