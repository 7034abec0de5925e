using System.Reflection;
using System.Text;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Errors;

/// <summary>Every refusal has a code and a sentence of its own; docs/errors.md lists them all and is written by this test.</summary>
public sealed class ErrorListTests
{
    /// <summary>Where the state machine of a prospect forbids a step, and what answers there.</summary>
    private static readonly (string Transition, string Situation, string Code)[] Transitions =
    [
        ("X1", "approved, then rejected (lead disqualified or opportunity lost later)", "prospect_already_decided"),
        ("X2", "rejected, then approved (lead reactivated, opportunity won later)", "prospect_already_decided"),
        ("X3", "decided while the request is still in the channel", "prospect_not_found"),
        ("X4", "decided, then back to Pending", "prospect_already_decided"),
        ("X5", "any decision about a prospect of status Unknown", "unknown_status"),
        ("X6", "decided, but not of the type B2B prospect", "not_b2b_prospect"),
        ("X7", "approved while a customer is missing", "customers_missing"),
    ];

    [Fact]
    public void Errors_All_HaveACodeAndASentenceOfTheirOwn()
    {
        var errors = All();

        Assert.Equal(errors.Count, errors.Select(error => error.Message).Distinct().Count());
        Assert.All(errors, error => Assert.Matches("^[a-z][a-z0-9_]+[a-z]$", error.Code));
        Assert.All(errors, error => Assert.Matches(@"^[A-Z…].*[.]$", error.Message));
        Assert.All(Transitions, transition => Assert.Contains(errors, error => error.Code == transition.Code));
    }

    [Fact]
    public void Errors_All_AreListedInTheDocs()
    {
        var path = Path.Combine(RepositoryFiles.Root, "docs", "errors.md");
        var page = Page();
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path) == page, "docs/errors.md is not what the code says. Run: ACCEPT=1 dotnet test tests/Connector.Tests --filter ErrorList");
    }

    private static string Page()
    {
        var page = new StringBuilder("""
            # Errors of the connector

            Written by a test from [`ConnectorErrors`](../connector/Errors/ConnectorErrors.cs). Every answer other than success is
            `{"error":{"code","message","target"?,"details"?}}`; 429 and 503 carry Retry-After. The values in the sentences are examples.

            | code | HTTP | sentence |
            |---|---|---|

            """);
        foreach (var error in All().OrderBy(error => error.Status).ThenBy(error => error.Code, StringComparer.Ordinal))
        {
            page.Append($"| `{error.Code}` | {error.Status} | {error.Message} |\n");
        }

        page.Append("""

            ## Steps that the state machine of a prospect forbids

            | | situation | answer |
            |---|---|---|

            """);
        foreach (var (transition, situation, code) in Transitions)
        {
            page.Append($"| {transition} | {situation} | `{code}` |\n");
        }

        return page.Append("""
            | X8 | disqualified after qualification | Sales refuses it while an opportunity is there (0x80040233); decide-prospect rejects only when every opportunity is lost |
            | X9 | qualified without an opportunity, or the opportunity was deleted | decide-prospect answers `nothingToDo`: the prospect stays Pending |

            """).ToString();
    }

    private static List<ConnectorException> All() =>
        [.. typeof(ConnectorErrors).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType == typeof(ConnectorException) && method.Name != nameof(ConnectorErrors.OfStatus))
            .Select(method => (ConnectorException)method.Invoke(null, [.. method.GetParameters().Select(Example)])!)
            .GroupBy(error => error.Message).Select(same => same.First())];

    private static object? Example(ParameterInfo parameter) => parameter switch
    {
        { Name: "legalEntity" } => "usrt",
        { Name: "account" } => "US-000001",
        { Name: "partyNumber" } => "000000017",
        { Name: "hierarchyId" } => "CH-000001",
        { Name: "hierarchies" } => new[] { "CH-000001", "CH-000002" },
        { Name: "prospectId" } => "P-000001",
        { Name: "status" } => "Rejected",
        { Name: "wanted" } => "Approved",
        { Name: "what" } => "customers of type person",
        { Name: "key" } => "e-mail address",
        { Name: "accounts" } => new[] { "US-000001", "US-000002" },
        { Name: "missing" } => new[] { "organization customer" },
        { Name: "retryAfter" } => TimeSpan.FromSeconds(5),
        { Name: "onHold" } => true,
        { Name: "message", Member.Name: nameof(ConnectorErrors.CommerceError) } => "The sentence that Commerce or the connection gives, without its details.",
        { Name: "message" } => "The sentence about the field that is wrong.",
        { Name: "target" } => "email",
        { Name: "details", HasDefaultValue: false } => new[] { new ErrorDetail("invalid_value", "email is required.", "email"), new ErrorDetail("invalid_value", "phone is too long.", "phone") },
        { Name: "reason" } => "It was issued for another application.",
        { Name: "traceId" } => "0af7651916cd43dd8448eb211c80319c",
        { HasDefaultValue: true } => parameter.DefaultValue,
        _ => throw new InvalidOperationException($"ErrorListTests knows no example for the parameter {parameter.Name} of {parameter.Member.Name}."),
    };
}
