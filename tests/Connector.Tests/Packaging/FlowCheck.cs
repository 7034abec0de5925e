using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using B2BConnector.Connector.Tests.Contract;
using B2BConnector.Package;
using B2BConnector.Wdl;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Connector.Tests.Packaging;

/// <summary>
/// A cloud flow against the contract: every call of our connector is an operation of it with the parameters it takes, every value read from an answer is in its schema,
/// and everything named in the flow is declared in it.
/// </summary>
internal sealed partial class FlowCheck(CheckedInContract contract, JsonObject properties)
{
    private static readonly JsonSerializerSettings AsWritten = new() { DateParseHandling = DateParseHandling.None };
    private static readonly string[] Reading = ["outputs", "body", "actions", "triggerOutputs", "triggerBody", "trigger"];

    private readonly List<string> _findings = [];
    private readonly Dictionary<string, JsonObject> _steps = [];

    private JsonObject References => properties["connectionReferences"]!.AsObject();

    private JsonObject Definition => properties["definition"]!.AsObject();

    public static IReadOnlyList<string> Findings(SolutionFolder folder)
    {
        var contract = CheckedInContract.Load();
        return
        [
            .. FlowSolution.Flows(folder).SelectMany(path => new FlowCheck(contract, JsonNode.Parse(folder.Text(path))!["properties"]!.AsObject()).Check().Select(finding => $"{path}: {finding}")),
        ];
    }

    private List<string> Check()
    {
        var trigger = Assert.Single(Definition["triggers"]!.AsObject());
        CheckCall(trigger.Key, trigger.Value!.AsObject(), isTrigger: true);
        Collect(Definition["actions"]!.AsObject());
        CheckExpressions(Definition.ToJsonString());
        CheckLanguage(Definition.ToJsonString());
        return _findings;
    }

    private void Collect(JsonObject actions)
    {
        foreach (var (name, action) in actions)
        {
            _steps[name] = action!.AsObject();
            CheckCall(name, action.AsObject(), isTrigger: false);
            _findings.AddRange((action["runAfter"]?.AsObject() ?? []).Where(after => !actions.ContainsKey(after.Key)).Select(after => $"{name} runs after {after.Key}, which is not beside it"));
            foreach (var below in new[] { action["actions"], action["else"]?["actions"] }.OfType<JsonObject>())
            {
                Collect(below);
            }
        }
    }

    private void CheckCall(string name, JsonObject step, bool isTrigger)
    {
        if ((string?)step["type"] != "OpenApiConnection")
        {
            return;
        }

        var host = step["inputs"]!["host"]!;
        if (References[(string)host["connectionName"]!] is not { } reference)
        {
            _findings.Add($"{name} uses the connection {host["connectionName"]}, which the flow does not declare");
            return;
        }

        if ((string)host["apiId"]! != ComponentNames.ApiPath + (string)reference["api"]!["name"]!)
        {
            _findings.Add($"{name} names another connector than its connection");
        }

        if (Operation(step) is { } operation)
        {
            CheckOperation(name, step, operation, isTrigger);
        }
        else if (IsOurs(step))
        {
            _findings.Add($"{name} calls {host["operationId"]}, which the contract has not");
        }
    }

    private void CheckOperation(string name, JsonObject step, ContractOperation operation, bool isTrigger)
    {
        if (operation.Visibility == "internal" || operation.IsTrigger != isTrigger || (isTrigger && ((string)operation.Json["x-ms-trigger"]! != "batch" || step["recurrence"] is null)))
        {
            _findings.Add($"{name} cannot use {operation.Id} there");
        }

        var known = contract.Parameters(operation).Where(parameter => (string)parameter["in"]! != "body").ToDictionary(parameter => (string)parameter["name"]!);
        var given = step["inputs"]!["parameters"]!.AsObject();
        foreach (var (parameter, value) in given)
        {
            if (!known.TryGetValue(parameter, out var declared))
            {
                _findings.Add($"{name} gives {parameter}, which {operation.Id} does not take");
            }
            else if (declared["enum"] is JsonArray allowed && !value!.ToString().StartsWith('@') && !allowed.Select(item => item!.ToString()).Contains(value.ToString()))
            {
                _findings.Add($"{name} gives {parameter} the value {value}, which {operation.Id} does not know");
            }
        }

        _findings.AddRange(known.Values.Where(parameter => (bool?)parameter["required"] == true && !given.ContainsKey((string)parameter["name"]!)).Select(parameter => $"{name} gives no {parameter["name"]}"));
    }

    private void CheckExpressions(string text)
    {
        var trigger = Definition["triggers"]!.AsObject().Single().Value!.AsObject();
        foreach (var read in OfTrigger().Matches(text).Select(match => match.Groups["path"].Value).Distinct())
        {
            CheckRead("the trigger", trigger, read);
        }

        foreach (var match in OfAction().Matches(text).DistinctBy(match => match.Value))
        {
            if (!_steps.TryGetValue(match.Groups["action"].Value, out var step))
            {
                _findings.Add($"{match.Groups["action"]} is read and not there");
                continue;
            }

            CheckRead(match.Groups["action"].Value, step, match.Groups["path"].Value);
        }

        _findings.AddRange(Parameter().Matches(text).Select(match => match.Groups["name"].Value).Distinct()
            .Where(name => !Definition["parameters"]!.AsObject().ContainsKey(name)).Select(name => $"the parameter {name} is not declared"));
    }

    /// <summary>The expressions compile, and none reads an answer in a form that the patterns below do not know.</summary>
    private void CheckLanguage(string text)
    {
        List<Problem> problems = [];
        var template = Template.Compile(JsonConvert.DeserializeObject<JToken>(text, AsWritten)!, "definition", problems);
        _findings.AddRange(problems.Select(problem => problem.ToString()));
        var reads = template.Calls.Count(call => Reading.Contains(call.Function, StringComparer.OrdinalIgnoreCase));
        var followed = OfTrigger().Count(text) + OfAction().Count(text) + Whole().Count(text);
        if (reads != followed)
        {
            _findings.Add($"{reads - followed} expressions read an answer in a form that cannot be checked; write outputs('Step')?['body/property']");
        }
    }

    private void CheckRead(string what, JsonObject step, string path)
    {
        if (Operation(step) is { } operation
            && operation.Responses.GetValueOrDefault("200")?["schema"] is JsonObject schema
            && !contract.Properties(schema).Any(property => property.Name == path.Replace('/', '.')))
        {
            _findings.Add($"{path} of {what} is read, which {operation.Id} does not answer");
        }
    }

    private ContractOperation? Operation(JsonObject step) =>
        IsOurs(step) ? contract.Operations.SingleOrDefault(operation => operation.Id == (string?)step["inputs"]!["host"]!["operationId"]) : null;

    private bool IsOurs(JsonObject step) =>
        (string?)step["inputs"]?["host"]?["connectionName"] is { } name && (string?)References[name]?["api"]?["logicalName"] == ComponentNames.Connector;

    [GeneratedRegex(@"triggerOutputs\(\)\?\[(?:'|\\u0027)body/(?<path>[A-Za-z/]+)(?:'|\\u0027)\]")]
    private static partial Regex OfTrigger();

    [GeneratedRegex(@"(?<!trigger)[oO]utputs\((?:'|\\u0027)(?<action>[A-Za-z_]+)(?:'|\\u0027)\)\?\[(?:'|\\u0027)body/(?<path>[A-Za-z/]+)(?:'|\\u0027)\]")]
    private static partial Regex OfAction();

    [GeneratedRegex(@"""splitOn"":""@triggerOutputs\(\)\?\[(?:'|\\u0027)body(?:'|\\u0027)\]""")]
    private static partial Regex Whole();

    [GeneratedRegex(@"@parameters\((?:'|\\u0027)(?<name>.+?)(?:'|\\u0027)\)")]
    private static partial Regex Parameter();
}
