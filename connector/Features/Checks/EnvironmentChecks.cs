using B2BConnector.Connector.Commerce;

namespace B2BConnector.Connector.Features.Checks;

/// <summary>Makes all checks. One that Commerce does not let the connector make is a finding like any other.</summary>
internal sealed class EnvironmentChecks(IEnumerable<IEnvironmentCheck> checks)
{
    public async Task<EnvironmentReport> RunAsync(string legalEntity, CancellationToken cancel)
    {
        var findings = new CheckFindings();
        foreach (var check in checks)
        {
            try
            {
                await check.RunAsync(legalEntity, findings, cancel);
            }
            catch (CommerceException problem)
            {
                findings.Add(check.Code, CheckState.Failed, "This could not be looked at. " + problem.ToConnectorException().Message);
            }
        }

        return new EnvironmentReport { LegalEntity = legalEntity, State = findings.Worst, Checks = findings.All };
    }
}
