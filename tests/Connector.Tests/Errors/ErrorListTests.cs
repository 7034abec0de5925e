using System.Reflection;
using System.Text;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Errors;

/// <summary>
/// Every refusal has a code and a sentence of its own. docs/errors.md lists them all: those the code can give, and what the connector
/// really answered when each refused request, failure of Commerce and forbidden step was played.
/// </summary>
public sealed class ErrorListTests
{
    /// <summary>Steps that the connector has no way to ask for. Played on a whole sandbox by tests/Sandbox.Tests/Transitions, which read these lines.</summary>
    private static readonly (string Step, string What, string Code, string Sentence)[] OutsideTheConnector =
    [
        ("X4", "decided, then back to Pending", "CE0303", "No operation of the connector writes Pending; in the sandbox Commerce refuses it (assumed: no document describes a way back)."),
        ("X8", "disqualified after qualification", "0x80040233", "Sales refuses it while an opportunity is there; decide-prospect rejects only when every opportunity is lost."),
        ("X9", "qualified without an opportunity, or the opportunity was deleted", "nothingToDo", "Nothing is decided in Sales: the prospect stays Pending."),
    ];

    private static readonly Lazy<Task<IReadOnlyList<DrivenError>>> Refused = new(RefusedRequests.DriveAsync);
    private static readonly Lazy<Task<IReadOnlyList<DrivenError>>> Failures = new(FailuresOfCommerce.DriveAsync);
    private static readonly Lazy<Task<IReadOnlyList<(string Step, DrivenError Error)>>> Steps = new(ForbiddenSteps.DriveAsync);

    [Fact]
    public void Errors_All_HaveACodeAndASentenceOfTheirOwn()
    {
        var errors = All();

        Assert.Equal(errors.Count, errors.Select(error => error.Message).Distinct().Count());
        Assert.All(errors, error => Assert.Matches("^[a-z][a-z0-9_]+[a-z]$", error.Code));
        Assert.All(errors, error => Assert.Matches(@"^[A-Z…].*[.]$", error.Message));
    }

    [Fact]
    public async Task Errors_OfEverySituation_HaveTheCodeThatIsMeant()
    {
        IEnumerable<DrivenError> played = [.. await Refused.Value, .. await Failures.Value, .. (await Steps.Value).Select(step => step.Error)];

        Assert.Empty(played.Where(error => error.Code != error.Expected).Select(error => $"{error.What}: {error.Code}, not {error.Expected}"));
        Assert.All(played, error => Assert.Contains(All(), known => known.Code == error.Code && known.Status == error.Status));
        Assert.Empty((await Refused.Value).GroupBy(error => error.Sentence).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public async Task Steps_ThatAreForbidden_AreAllNine()
    {
        var steps = (await Steps.Value).Select(step => step.Step).Concat(OutsideTheConnector.Select(step => step.Step));

        Assert.Equal(["X1", "X2", "X3", "X4", "X5", "X6", "X7", "X8", "X9"], steps.Order());
    }

    [Fact]
    public async Task Errors_All_AreListedInTheDocs()
    {
        var path = Path.Combine(RepositoryFiles.Root, "docs", "errors.md");
        var page = await PageAsync();
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path) == page, "docs/errors.md is not what the code says. Run: ACCEPT=1 dotnet test tests/Connector.Tests --filter ErrorList");
    }

    private static async Task<string> PageAsync()
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
            page.Append($"| `{error.Code}` | {error.Status} | {Cell(error.Message)} |\n");
        }

        Section(page, "Requests that are refused", "request or field", await Refused.Value);
        Section(page, "When Commerce cannot be reached, or answers what it should not", "what happens", await Failures.Value);
        page.Append("""

            ## Steps that the state machine of a prospect forbids

            | | situation | answer | sentence |
            |---|---|---|---|

            """);
        var steps = (await Steps.Value).Select(step => (step.Step, step.Error.What, step.Error.Code, step.Error.Sentence)).Concat(OutsideTheConnector);
        foreach (var (step, what, code, sentence) in steps.OrderBy(step => step.Step, StringComparer.Ordinal))
        {
            page.Append($"| {step} | {what} | `{code}` | {Cell(sentence)} |\n");
        }

        return page.ToString();
    }

    private static void Section(StringBuilder page, string title, string situation, IReadOnlyList<DrivenError> errors)
    {
        page.Append($"\n## {title}\n\n| {situation} | answer | sentence |\n|---|---|---|\n");
        foreach (var error in errors)
        {
            page.Append($"| {error.What} | {error.Status} `{error.Code}` | {Cell(error.Sentence)} |\n");
        }
    }

    /// <summary>A table cell; angle brackets would be read as HTML.</summary>
    private static string Cell(string sentence) => sentence.Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static List<ConnectorException> All() =>
        [.. typeof(ConnectorErrors).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType == typeof(ConnectorException) && method.Name != nameof(ConnectorErrors.OfStatus))
            .Select(method => (ConnectorException)method.Invoke(null, [.. method.GetParameters().Select(Example)])!)
            .Concat(ConnectorErrors.FrameworkStatuses.Select(ConnectorErrors.OfStatus))
            .GroupBy(error => error.Message).Select(same => same.First())];

    private static object? Example(ParameterInfo parameter) => parameter switch
    {
        { Name: "legalEntity" } => "usrt",
        { Name: "account" } => "US-000001",
        { Name: "creditAccount" } => "US-000002",
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
        { Name: "refusal" } => "The host 'hooks.contoso.com' (port 443) is not listed in Webhooks:Hosts. The administrator of the service can add it.",
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
