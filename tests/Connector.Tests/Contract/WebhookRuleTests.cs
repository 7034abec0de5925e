using System.Text.Json.Nodes;

namespace B2BConnector.Connector.Tests.Contract;

/// <summary>Rules 54 to 62 as far as they are about webhook triggers; what the running connector does is in the tests of webhooks.</summary>
public sealed class WebhookRuleTests
{
    private static readonly string[] Ids = ["WhenProspectCreated", "WhenProspectDecided"];

    private readonly CheckedInContract _contract = CheckedInContract.Load();

    private IReadOnlyList<ContractOperation> Webhooks => [.. _contract.Operations.Where(operation => operation.Json["x-ms-trigger"]?.ToString() == "single")];

    [Fact]
    public void Rule54_WebhookTriggers_ArePostsThatSayWhatTheyDeliver()
    {
        Assert.Equal(Ids, Webhooks.Select(webhook => webhook.Id).Order());
        Assert.All(Webhooks, webhook =>
        {
            var content = _contract.Document["paths"]![webhook.Path]!["x-ms-notification-content"]!;
            Assert.Equal("POST", webhook.Method);
            Assert.False(webhook.Json.ContainsKey("x-ms-notification"));
            Assert.True(RuleTexts.IsSentence(content["description"]!.ToString()));
            Assert.NotEmpty(_contract.Resolve(content["schema"]!.AsObject())["properties"]!.AsObject());
        });
        Assert.Equal(Ids.Length, _contract.Document["paths"]!.AsObject().Count(path => path.Value!.AsObject().ContainsKey("x-ms-notification-content")));
    }

    [Fact]
    public void Rule55_CallbackAddress_IsOneInternalRequiredText()
    {
        Assert.All(Webhooks, webhook =>
        {
            var body = _contract.Parameters(webhook).Single(parameter => parameter["in"]!.ToString() == "body");
            var schema = _contract.Resolve(body["schema"]!.AsObject());
            var (name, address) = Assert.Single(schema["properties"]!.AsObject(), property => property.Value!.AsObject().ContainsKey("x-ms-notification-url"));
            Assert.True(address!["x-ms-notification-url"]!.GetValue<bool>());
            Assert.Equal(("string", "internal"), (address["type"]!.ToString(), address["x-ms-visibility"]!.ToString()));
            Assert.True(body["required"]!.GetValue<bool>());
            Assert.Contains(name, schema["required"]!.AsArray().Select(required => required!.ToString()));
        });
        Assert.Single(CheckedInContract.Objects(_contract.Document), place => place.Node.ContainsKey("x-ms-notification-url"));
    }

    [Fact]
    public void Rule56_Subscriptions_AreAnsweredWith201AndALocation() => Assert.All(Webhooks, webhook =>
    {
        Assert.Equal(["201"], webhook.Responses.Keys.Where(status => status[0] == '2'));
        Assert.Equal("string", webhook.Responses["201"]["headers"]!["Location"]!["type"]!.ToString());
    });

    [Fact]
    public void Rule57_Delete_IsInternalAndTakesThePathAlone()
    {
        var delete = _contract.Operations.Single(operation => operation.Method == "DELETE" && operation.Path.StartsWith("/subscriptions/", StringComparison.Ordinal));

        Assert.Equal(("DeleteSubscription", "internal"), (delete.Id, delete.Visibility));
        Assert.All(_contract.Parameters(delete), parameter => Assert.Equal("path", parameter["in"]!.ToString()));
        Assert.Empty(new[] { "204", "404" }.Except(delete.Responses.Keys));
        Assert.All(Webhooks, webhook => Assert.StartsWith("/subscriptions/", webhook.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void Rule60_Events_HaveBothFormsWithOnePayload() => Assert.All(Webhooks, webhook =>
    {
        var polling = _contract.Operations.Single(operation => operation.Id == webhook.Id + "Polling");
        var delivered = _contract.Document["paths"]![webhook.Path]!["x-ms-notification-content"]!["schema"];

        Assert.True(JsonNode.DeepEquals(delivered, polling.Responses["200"]["schema"]!["items"]));
        Assert.Equal(Filters(polling).Where(name => name != "cursor"), Filters(webhook));
    });

    private IEnumerable<string> Filters(ContractOperation operation) =>
        _contract.Parameters(operation).Where(parameter => parameter["in"]!.ToString() == "query").Select(parameter => parameter["name"]!.ToString());
}
