using System.Text.Json.Nodes;

namespace B2BConnector.Connector.Tests.Contract;

/// <summary>Rules 50 to 53: drop-downs, everywhere a parameter or a property of a body has one.</summary>
public sealed class DropDownRuleTests
{
    private readonly CheckedInContract _contract = CheckedInContract.Load();

    private List<(ContractOperation Operation, string Name, JsonObject Node)> DropDowns =>
    [
        .. _contract.Operations.SelectMany(operation => _contract.Parameters(operation)
            .SelectMany(parameter => parameter["schema"] is JsonObject body ? _contract.Properties(body) : [(parameter["name"]!.ToString(), parameter)])
            .Where(place => place.Item2.Any(pair => pair.Key.StartsWith("x-ms-dynamic", StringComparison.Ordinal)))
            .Select(place => (operation, place.Item1, place.Item2))),
    ];

    [Fact]
    public void Rule50_DropDowns_AreWrittenTwiceWithTheSameMeaning()
    {
        Assert.Equal(["channel", "customerGroup", "legalEntity"], DropDowns.Select(place => place.Name).Distinct().Order());
        Assert.All(DropDowns, place =>
        {
            var (values, list) = (place.Node["x-ms-dynamic-values"]!, place.Node["x-ms-dynamic-list"]!);
            Assert.Equal(
                (list["operationId"]!.ToString(), list["itemsPath"]!.ToString(), list["itemValuePath"]!.ToString(), list["itemTitlePath"]!.ToString()),
                (values["operationId"]!.ToString(), values["value-collection"]!.ToString(), values["value-path"]!.ToString(), values["value-title"]!.ToString()));
            Assert.Equal(References(list, "parameterReference"), References(values, "parameter"));
        });
    }

    [Fact]
    public void Rule51_Sources_AreInternalReadsThatGetWhatTheyNeed() => Assert.All(DropDowns, place =>
    {
        var source = _contract.Operations.Single(operation => operation.Id == place.Node["x-ms-dynamic-list"]!["operationId"]!.ToString());
        Assert.Equal(("GET", "internal"), (source.Method, source.Visibility));
        Assert.DoesNotContain(_contract.Parameters(source), parameter => parameter["in"]!.ToString() == "header");
        Assert.Equal(
            _contract.Parameters(source).Where(parameter => parameter["required"]?.GetValue<bool>() == true).Select(parameter => parameter["name"]!.ToString()),
            References(place.Node["x-ms-dynamic-list"]!, "parameterReference").Select(pair => pair.Split('=')[0]));
    });

    [Fact]
    public void Rule52_References_NameRequiredParametersOfTheSameOperation() => Assert.All(
        DropDowns.SelectMany(place => References(place.Node["x-ms-dynamic-list"]!, "parameterReference").Select(pair => (place.Operation, Name: pair.Split('=')[1]))),
        reference => Assert.True(_contract.Parameters(reference.Operation).Single(parameter => parameter["name"]!.ToString() == reference.Name)["required"]!.GetValue<bool>()));

    [Fact]
    public void Rule53_Paths_LeadToTypedItems() => Assert.All(DropDowns, place =>
    {
        var list = place.Node["x-ms-dynamic-list"]!;
        var source = _contract.Operations.Single(operation => operation.Id == list["operationId"]!.ToString());
        var items = _contract.Resolve(source.Responses["200"]["schema"]!.AsObject())["properties"]![list["itemsPath"]!.ToString()]!;
        Assert.Equal("array", items["type"]!.ToString());
        var item = _contract.Resolve(items["items"]!.AsObject())["properties"]!;
        Assert.All(new[] { "itemValuePath", "itemTitlePath" }, path => Assert.Equal("string", item[list[path]!.ToString()]!["type"]!.ToString()));
    });

    [Fact]
    public void Rule50_LegalEntities_HaveADropDownWhereverTheyAreAskedFor() => Assert.All(
        _contract.Operations.SelectMany(operation => _contract.Parameters(operation)).Where(parameter => parameter["name"]!.ToString() == "legalEntity"),
        parameter => Assert.Equal("ListLegalEntities", parameter["x-ms-dynamic-list"]!["operationId"]!.ToString()));

    private static List<string> References(JsonNode source, string key) =>
        [.. source["parameters"]?.AsObject().Select(pair => $"{pair.Key}={pair.Value![key]}") ?? []];
}
