using System.Net;
using LogicAppUnit;
using LogicAppUnit.Helper;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Workflows.Tests.Units;

/// <summary>A run that has ended, and what it sent.</summary>
internal sealed class Played(ITestRunner runner, Func<HttpResponseMessage> trigger, string fixtures) : IDisposable
{
    private HttpResponseMessage response = trigger();

    public ITestRunner Runner => runner;

    /// <summary>Names of the actions that called, in the order of their calls.</summary>
    public IReadOnlyList<string> Callers => [.. runner.MockRequests.Select(Caller)];

    public void Dispose()
    {
        response.Dispose();
        runner.Dispose();
    }

    /// <summary>The same trigger once more; what is asked of the run from now on is asked of this one.</summary>
    public Played Again()
    {
        response.Dispose();
        response = trigger();
        return this;
    }

    /// <summary>What the workflow answered.</summary>
    public Played Answers(HttpStatusCode status, string? json = null)
    {
        Assert.Equal(status, response.StatusCode);
        if (json is not null)
        {
            Assert.Equal(ContentHelper.FormatJson(json), ContentHelper.FormatJson(Text()));
        }

        return this;
    }

    /// <summary>How the run ended.</summary>
    public Played Ends(WorkflowRunStatus status, string? code = null)
    {
        runner.ExceptionWrapper(() => Assert.Equal(status, runner.WorkflowRunStatus));
        Assert.Equal(code, runner.WorkflowTerminationCodeAsString);
        return this;
    }

    /// <summary>Which actions called, in this order.</summary>
    public Played Called(params string[] actions)
    {
        Assert.Equal(actions, Callers);
        return this;
    }

    /// <summary>What one action sent is the fixture Sent/{fixture}.json; "{run}" in it is the run's id.</summary>
    public Played Sent(string action, string? fixture = null, int call = 0)
    {
        var path = Path.Combine(fixtures, $"{fixture ?? action}.json");
        var sent = ContentHelper.FormatJson(Calls(action)[call].Content).Replace(runner.WorkflowRunId, "{run}", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            Directory.CreateDirectory(fixtures);
            File.WriteAllText(path, sent + "\n");
        }

        Assert.Equal(ContentHelper.FormatJson(File.ReadAllText(path)), sent);
        return this;
    }

    /// <summary>What one action sent.</summary>
    public JObject Body(string action) => JObject.Parse(Calls(action)[0].Content);

    /// <summary>The path and query that one action called.</summary>
    public string Address(string action, int call = 0) => Calls(action)[call].RequestUri.PathAndQuery;

    /// <summary>A header that one action sent.</summary>
    public string Header(string action, string name) => Calls(action)[0].Headers[name].Single();

    public JObject Answer() => JObject.Parse(Text());

    private List<MockRequest> Calls(string action) => [.. runner.MockRequests.Where(request => Caller(request) == action)];

    private string Text() => response.Content.ReadAsStringAsync().GetAwaiter().GetResult();

    private static string Caller(MockRequest request) => request.Headers["x-ms-workflow-operation-name"].Single();
}
