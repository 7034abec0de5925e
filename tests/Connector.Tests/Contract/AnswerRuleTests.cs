using System.Text.Json.Nodes;

namespace B2BConnector.Connector.Tests.Contract;

/// <summary>Rules 41 to 64: answers, triggers, paging, capabilities.</summary>
public sealed class AnswerRuleTests
{
    private readonly CheckedInContract _contract = CheckedInContract.Load();

    [Fact]
    public void Rule41_EveryOperation_HasASuccessAndWordsForEveryAnswer() => Assert.All(_contract.Operations, operation =>
    {
        Assert.Contains(operation.Responses.Keys, status => status.StartsWith('2'));
        Assert.All(operation.Responses, response => Assert.False(string.IsNullOrWhiteSpace(response.Value["description"]!.ToString())));
        Assert.All(operation.Responses.Keys, status => Assert.Matches("^([1-5][0-9][0-9]|default)$", status));
    });

    [Fact]
    public void Rule42_EveryOperation_HasOneTypedAnswer() => Assert.All(_contract.Operations.Where(operation => !operation.Responses.ContainsKey("204")), operation =>
    {
        var (status, response) = Assert.Single(operation.Responses, answer => answer.Value.ContainsKey("schema"));
        Assert.Contains(status, new[] { "200", "201" });
        var schema = _contract.Resolve(response["schema"]!.AsObject());
        Assert.True(schema.ContainsKey("properties") || schema.ContainsKey("items"), operation.Id);
    });

    [Fact]
    public void Rule43_EveryOperation_ListsTheErrorsItCanGive() => Assert.All(_contract.Operations, operation =>
    {
        string[] expected = ["400", "401", "403", "429", "500", "default", .. operation.Path.Contains("{legalEntity}", StringComparison.Ordinal) ? new[] { "404" } : []];
        Assert.Empty(expected.Except(operation.Responses.Keys));
        Assert.Equal("Operation Failed.", operation.Responses["default"]["description"]!.ToString());
        Assert.All(operation.Responses.Where(response => response.Key[0] is '4' or '5' or 'd'), response => Assert.False(response.Value.ContainsKey("schema")));
    });

    [Fact]
    public void Rule44_TooManyRequests_MentionsRetryAfter() =>
        Assert.All(_contract.Operations, operation => Assert.Contains("Retry-After", operation.Responses["429"]["description"]!.ToString(), StringComparison.Ordinal));

    [Fact]
    public void Rule45_AnswerProperties_HaveTitleAndSentence() => Assert.All(
        _contract.Operations.SelectMany(operation => operation.Responses.Values).Where(response => response.ContainsKey("schema")).SelectMany(response => _contract.Properties(response["schema"]!.AsObject())),
        property =>
        {
            var (title, sentence) = (property.Schema["x-ms-summary"]?.ToString() ?? "", property.Schema["description"]?.ToString() ?? "");
            Assert.True(RuleTexts.IsTitleCase(title), property.Name);
            Assert.True(RuleTexts.IsSentence(sentence) && !RuleTexts.Says(title, sentence), property.Name);
        });

    [Fact]
    public void Rule46_Lists_AreEnveloped()
    {
        var lists = _contract.Operations.Where(operation => operation.Json.ContainsKey("x-ms-pageable")).ToList();

        Assert.NotEmpty(lists);
        Assert.All(lists, list => Assert.Equal(["value", "nextLink"], _contract.Resolve(list.Responses["200"]["schema"]!.AsObject())["properties"]!.AsObject().Select(pair => pair.Key)));
    }

    [Fact]
    public void Rule48_MoneyDatesAndIds_HaveTheirFormats()
    {
        var definitions = _contract.Document["definitions"]!;

        Assert.Equal("double", definitions["Prospect"]!["properties"]!["creditLimit"]!["format"]!.ToString());
        Assert.Equal("date-time", definitions["DecisionAnswer"]!["properties"]!["decidedAt"]!["format"]!.ToString());
        Assert.Equal("uuid", definitions["ProspectEvent"]!["properties"]!["eventId"]!["format"]!.ToString());
        Assert.All(
            CheckedInContract.Objects(definitions).SelectMany(place => place.Node.Where(pair => pair.Key.EndsWith("Id", StringComparison.Ordinal)).Select(pair => pair.Value)).OfType<JsonObject>(),
            id => Assert.Equal("string", id["type"]!.ToString()));
    }

    [Fact]
    public void Rule58_TriggerHints_AreShort() => Assert.All(_contract.Operations.Where(operation => operation.IsTrigger), operation =>
        Assert.InRange(operation.Json["x-ms-trigger-hint"]!.ToString().Length, 1, 200));

    [Fact]
    public void Rule59_PollingTriggers_ArePolled()
    {
        var triggers = _contract.Operations.Where(operation => operation.IsTrigger && operation.Method == "GET").ToList();

        Assert.Equal(["WhenProspectCreatedPolling", "WhenProspectDecidedPolling"], triggers.Select(trigger => trigger.Id).Order());
        Assert.All(triggers, trigger =>
        {
            Assert.Equal(("GET", "batch"), (trigger.Method, trigger.Json["x-ms-trigger"]!.ToString()));
            Assert.Equal("{\"kind\":\"query\",\"mode\":\"polling\"}", trigger.Json["x-ms-trigger-metadata"]!.ToJsonString());
            Assert.Equal("array", trigger.Responses["200"]["schema"]!["type"]!.ToString());
            Assert.All(new[] { "200", "202" }, status => Assert.Equal(["Location", "Retry-After"], trigger.Responses[status]["headers"]!.AsObject().Select(header => header.Key)));
            Assert.Contains(_contract.Parameters(trigger), parameter => parameter["name"]!.ToString() == "cursor");
        });
    }

    [Fact]
    public void Rule61_TriggerParameters_ReadLikeThoseOfTheList()
    {
        var list = _contract.Parameters(_contract.Operations.Single(operation => operation.Id == "ListProspects")).Single(parameter => parameter["name"]!.ToString() == "legalEntity");

        Assert.All(_contract.Operations.Where(operation => operation.IsTrigger), trigger => Assert.True(
            JsonNode.DeepEquals(list, _contract.Parameters(trigger).Single(parameter => parameter["name"]!.ToString() == "legalEntity"))));
    }

    [Fact]
    public void Rule63_PagedOperations_HaveThePolicyThatKeepsThemInside()
    {
        var paged = _contract.Operations.Where(operation => operation.Json.ContainsKey("x-ms-pageable")).ToList();

        Assert.Equal(["ListDeadDeliveries", "ListProspects"], paged.Select(operation => operation.Id).Order());
        Assert.All(paged, operation => Assert.Equal("nextLink", operation.Json["x-ms-pageable"]!["nextLinkName"]!.ToString()));
        var policy = PropertiesRuleTests.Policies().Single(policy => policy["templateId"]!.ToString() == "updatenextlink")["parameters"]!;
        Assert.Equal("nextLink", policy["x-ms-apimTemplateParameter.nextLinkPropertyName"]!.ToString());
        Assert.Equal(paged.Select(operation => operation.Id).Order(), policy["x-ms-apimTemplate-operationName"]!.AsArray().Select(id => id!.ToString()).Order());
    }

    [Fact]
    public void Rule64_TestConnection_IsAnInternalReadWithoutParameters()
    {
        var id = _contract.Document["x-ms-capabilities"]!["testConnection"]!["operationId"]!.ToString();
        var operation = _contract.Operations.Single(candidate => candidate.Id == id);

        Assert.Equal(("GET", "internal"), (operation.Method, operation.Visibility));
        Assert.DoesNotContain(_contract.Parameters(operation), parameter => parameter["required"]?.GetValue<bool>() == true);
        Assert.True(operation.Responses.ContainsKey("200"));
    }
}
