using B2BConnector.OData.Evaluation;
using B2BConnector.OData.Json;
using B2BConnector.OData.Keys;
using B2BConnector.OData.Query;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.OData;

public sealed class QueryTests
{
    [Fact]
    public void Options_OfARequest_AreParsed()
    {
        var options = Parse(("$select", "fullname, companyname"), ("$orderby", "createdon desc,fullname"), ("$top", "5"), ("$count", "true"), ("savedQuery", "x"));
        Assert.True(options.Ok);
        Assert.Equal(["fullname", "companyname"], options.Value.Select);
        Assert.Equal([true, false], options.Value.OrderBy.Select(item => item.Descending));
        Assert.Equal(5, options.Value.Top);
        Assert.True(options.Value.Count);
        Assert.Equal("x", options.Value.Custom["savedquery"]);
    }

    [Fact]
    public void Expand_WithNestedOptions_IsParsed()
    {
        var options = Parse(("$expand", "parentaccountid($select=name,city;$expand=primarycontactid($select=fullname)),Lead_Annotation($filter=contains(subject,'a;b,c)');$top=1)"));
        Assert.True(options.Ok, options.Problem?.Message);
        Assert.Equal(["parentaccountid", "Lead_Annotation"], options.Value.Expand.Select(item => item.Property));
        Assert.Equal(["name", "city"], options.Value.Expand[0].Options.Select);
        Assert.Equal("primarycontactid", options.Value.Expand[0].Options.Expand[0].Property);
        Assert.Equal(1, options.Value.Expand[1].Options.Top);
    }

    [Theory]
    [InlineData("$top", "-1")]
    [InlineData("$top", "x")]
    [InlineData("$orderby", "a up")]
    [InlineData("$apply", "groupby((a))")]
    [InlineData("$expand", "a($top=1")]
    [InlineData("$filter", "a eq")]
    [InlineData("$count", "yes")]
    public void BadOption_Parsed_IsAProblem(string name, string value) => Assert.False(Parse((name, value)).Ok);

    [Fact]
    public void OrderBy_WithNullsAndNumbers_SortsNullFirst()
    {
        JObject[] rows = [new() { ["n"] = 10 }, new() { ["n"] = null }, new() { ["n"] = 9 }];
        var order = Parse(("$orderby", "n")).Value!.OrderBy;
        Assert.Equal(["", "9", "10"], new RowOrder(EvaluationOptions.Dataverse).Apply(rows, order).Select(row => row["n"]!.ToString()));
    }

    [Fact]
    public void Path_WithCompositeKey_IsCutOutsideQuotes()
    {
        var path = ResourcePath.Parse("Prospects(dataAreaId='usrt',ProspectId='P/0''1')/Microsoft.Dynamics.DataEntities.Approve");
        Assert.True(path.Ok, path.Problem?.Message);
        Assert.Equal(["Prospects", "Microsoft.Dynamics.DataEntities.Approve"], path.Value.Segments.Select(segment => segment.Name));
        Assert.Equal(["usrt", "P/0'1"], path.Value.Segments[0].Key!.Named.Select(pair => (string)pair.Value.Value!));
    }

    [Theory]
    [InlineData("leads(10000000-0000-0000-0000-0000000000A1)", "10000000-0000-0000-0000-0000000000a1")]
    [InlineData("things('x')", "x")]
    public void Path_WithSingleKey_HoldsTheValue(string text, string value) =>
        Assert.Equal(value, (string?)ResourcePath.Parse(text).Value!.Segments[0].Key!.Single!.Value);

    [Theory]
    [InlineData("leads(abc)")]
    [InlineData("leads(a=)")]
    [InlineData("leads(a='1',a='2')")]
    [InlineData("leads(a='1'")]
    public void BadKey_Parsed_IsAProblem(string text) => Assert.False(ResourcePath.Parse(text).Ok);

    [Theory]
    [InlineData("[1]")]
    [InlineData("{\"a\":1")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{} x")]
    [InlineData("")]
    public void BadBody_Parsed_IsAProblem(string text) => Assert.False(ODataJson.ParseObject(text).Ok);

    [Fact]
    public void Projection_OfARow_KeepsAnnotations()
    {
        var row = ODataJson.ParseObject("""{"@odata.etag":"W/\"1\"","a":"2026-01-01T00:00:00Z","a@x":"A","b":1}""").Value!;
        Assert.Equal("""{"@odata.etag":"W/\"1\"","a":"2026-01-01T00:00:00Z","a@x":"A"}""", ODataJson.Write(ODataBody.Project(row, ["a"])));
    }

    private static B2BConnector.OData.ODataResult<QueryOptions> Parse(params (string Name, string Value)[] pairs) =>
        QueryOptions.Parse(pairs.Select(pair => new KeyValuePair<string, string>(pair.Name, pair.Value)));
}
