using System.Globalization;
using System.Net;
using B2BConnector.Workflows.Tests.Support;
using LogicAppUnit;
using LogicAppUnit.Mocking;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Workflows.Tests.Units;

/// <summary>How a called system fails: with a status and the answer in Failures/{status}.json, or without any answer.</summary>
internal sealed record Failure(string Name)
{
    public const string Timeout = "timeout";

    /// <summary>Longer than a managed connection (two minutes) and an Http action (225 seconds) wait for an answer, shorter than callers of a workflow do.</summary>
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(230);

    public static string[] Answered { get; } = ["400", "404", "409", "429", "500"];

    public bool IsTimeout => Name == Timeout;

    /// <summary>True where trying again may help: docs/issues.md.</summary>
    public bool IsTransient => Name is "429" or "500" or Timeout;

    /// <summary>The code that the caller sees.</summary>
    public string Code => IsTimeout ? "GatewayTimeout" : (string)Body["error"]!["code"]!;

    /// <summary>The sentence that the caller sees; null without an answer: then the engine's own.</summary>
    public string? Message => IsTimeout ? null : (string)Body["error"]!["message"]!;

    private JObject Body => JObject.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Workflows.Tests", "Units", "Failures", $"{Name}.json")));

    /// <summary>Each of the actions with each failure.</summary>
    public static TheoryData<string, string> OfEach(params string[] actions)
    {
        var cases = new TheoryData<string, string>();
        foreach (var action in actions)
        {
            foreach (var failure in Way.Failures)
            {
                cases.Add(action, failure);
            }
        }

        return cases;
    }

    /// <summary>Lets the calls of an action fail.</summary>
    public void Hit(ITestRunner runner, string action) =>
        runner.AddMockResponse(MockRequestMatcher.Create().FromAction(action)).RespondWith(Answer());

    private IMockResponseBuilder Answer() => IsTimeout
        ? MockResponseBuilder.Create().AfterDelay(TooLong)
        : MockResponseBuilder.Create()
            .WithStatusCode((HttpStatusCode)int.Parse(Name, CultureInfo.InvariantCulture))
            .WithContentAsJson(Body.ToString());
}
