using System.Net;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Dataverse;

public sealed class QueryTests : IAsyncLifetime
{
    private DataverseHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await DataverseHost.StartAsync();
        for (var number = 1; number <= 7; number++) await Leads.CreateAsync(_host.LogicApp, $"P-{number:D6}", $",\"numberofemployees\":{number * 10}");
        await _host.Seller.CreateAsync("leads", """{"subject":"Own lead","lastname":"Jansen"}""");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("$filter=b2b_prospectid ne null and statecode eq 0", 7)]
    [InlineData("$filter=b2b_prospectid eq null", 1)]
    [InlineData("$filter=numberofemployees gt 40 and numberofemployees le 60", 2)]
    [InlineData("$filter=contains(companyname,'CONTOSO')", 7)]
    [InlineData("$filter=startswith(lastname,'o''n') or lastname eq 'jansen'", 8)]
    [InlineData("$filter=_ownerid_value eq 10000000-0000-0000-0000-000000000001", 1)]
    [InlineData("$filter=owninguser/domainname eq 'sandbox-logicapp'", 7)]
    [InlineData("$filter=Lead_Annotation/any()", 0)]
    [InlineData("$filter=createdon ge 2001-01-01T00:00:00Z", 8)]
    [InlineData("$top=3", 3)]
    public async Task List_WithOptions_AnswersTheRows(string query, int count) => Assert.Equal(count, (await _host.Seller.RowsAsync("leads?" + query)).Count);

    [Fact]
    public async Task List_WithSelectAndOrder_ShowsOnlyThose()
    {
        var rows = await _host.Seller.RowsAsync("leads?$select=b2b_prospectid&$orderby=numberofemployees desc&$top=2");
        Assert.Equal(["P-000007", "P-000006"], rows.Select(row => (string)row["b2b_prospectid"]!));
        Assert.Equal(["@odata.etag", "leadid", "b2b_prospectid"], ((JObject)rows[0]).Properties().Select(member => member.Name));
    }

    [Fact]
    public async Task List_WithCount_CountsAll()
    {
        var body = (await _host.Seller.GetAsync("leads?$count=true&$top=1", ("Prefer", "odata.include-annotations=*"))).Body;
        Assert.Equal((8, 8), ((int)body["@odata.count"]!, (int)body["@Microsoft.Dynamics.CRM.totalrecordcount"]!));
        Assert.Single(body["value"]!);
    }

    [Fact]
    public async Task List_PageByPage_ShowsEveryRowOnceEvenWhenRowsGo()
    {
        var seen = new List<string>();
        var next = "leads?$select=numberofemployees&$filter=numberofemployees ne null&$orderby=numberofemployees";
        var pages = 0;
        while (next is not null)
        {
            var body = (await _host.Seller.GetAsync(next, ("Prefer", "odata.maxpagesize=3"))).Body;
            seen.AddRange(body["value"]!.Select(row => (string)row["numberofemployees"]!));
            next = (string?)body["@odata.nextLink"];
            if (pages++ == 0) await _host.Seller.DeleteAsync($"leads({body["value"]![0]!["leadid"]})");
        }
        Assert.Equal(["10", "20", "30", "40", "50", "60", "70"], seen);
        Assert.Equal(3, pages);
    }

    [Theory]
    [InlineData("leads?$select=nosuch", "0x80060888", "Could not find a property named 'nosuch' on type 'Microsoft.Dynamics.CRM.lead'.")]
    [InlineData("leads?$filter=nosuch eq 1", "0x80060888", "Could not find a property named 'nosuch'")]
    [InlineData("leads?$filter=ownerid eq 1", "0x80060888", "Could not find a property named 'ownerid'")]
    [InlineData("leads?$orderby=nosuch", "0x80060888", "Could not find a property named 'nosuch'")]
    [InlineData("leads?$expand=nosuch", "0x80060888", "Could not find a property named 'nosuch'")]
    [InlineData("leads?$expand=parentaccountid($select=nosuch)", "0x80060888", "on type 'Microsoft.Dynamics.CRM.account'")]
    [InlineData("leads?$filter=subject eq", "0x80060888", "Expression expected at position 10 in 'subject eq'.")]
    [InlineData("leads?$filter=statecode eq '0'", "0x80060888", "Found operand types 'Edm.Int32' and 'Edm.String' for operator kind 'Equal'.")]
    [InlineData("leads?$filter=subject eq 'a' and not (merged ne 1)", "0x80060888", "Found operand types 'Edm.Boolean' and 'Edm.Int32' for operator kind 'NotEqual'.")]
    [InlineData("leads?$skip=1", "0x80060888", "Skip Clause is not supported in CRM")]
    [InlineData("leads?$skiptoken=x", "0x80060888", "skiptoken")]
    [InlineData("leads?savedQuery=x", "0x80060888", "not a guid")]
    public async Task List_WithABadOption_IsRefused(string path, string code, string text)
    {
        var answer = await _host.Seller.GetAsync(path);
        answer.IsRefused(HttpStatusCode.BadRequest, code);
        Assert.Contains(text, answer.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_WithAnnotations_ShowsLabelsAndLookups()
    {
        var row = (await _host.Seller.GetAsync("leads(b2b_legalentity='usrt',b2b_prospectid='P-000001')", ("Prefer", "odata.include-annotations=\"*\""))).Body;
        Assert.Equal("Pending", row["b2b_prospectstatus@OData.Community.Display.V1.FormattedValue"]);
        Assert.Equal("Open", row["statecode@OData.Community.Display.V1.FormattedValue"]);
        Assert.Equal("# B2B connector workflows", row["_ownerid_value@OData.Community.Display.V1.FormattedValue"]);
        Assert.Equal("systemuser", row["_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname"]);
        Assert.Equal("ownerid", row["_ownerid_value@Microsoft.Dynamics.CRM.associatednavigationproperty"]);
    }

    [Fact]
    public async Task Read_WithoutPreference_ShowsNoAnnotations() =>
        Assert.DoesNotContain((await _host.Seller.RowAsync("leads?$top=1"))["value"]![0]!.Children<JProperty>(), member => member.Name.Contains('@') && member.Name != "@odata.etag");

    [Fact]
    public async Task View_AllCommerceB2BLeads_ShowsExactlyThem()
    {
        var view = (await _host.Seller.RowsAsync("savedqueries?$select=name,savedqueryid&$filter=name eq 'All Commerce B2B Leads'")).Single();
        var rows = await _host.Seller.RowsAsync($"leads?savedQuery={view["savedqueryid"]}");
        Assert.Equal(7, rows.Count);
        Assert.All(rows, row => Assert.NotNull(row["b2b_prospectid"]));
        Assert.All(rows, row => Assert.DoesNotContain(row.Children<JProperty>(), member => member.Value.Type == JTokenType.Null));
    }

    [Fact]
    public async Task View_OpenSyncIssues_LeavesOutClosedOnes()
    {
        foreach (var (step, status) in new[] { ("a", 726000000), ("b", 726000001), ("c", 726000002), ("d", 726000003) })
            await _host.LogicApp.PatchAsync($"b2b_syncissues(b2b_legalentity='usrt',b2b_prospectid='P-1',b2b_step='{step}')", $$"""{"b2b_status":{{status}}}""");
        var view = (await _host.Seller.RowsAsync("savedqueries?$filter=returnedtypecode eq 'b2b_syncissue'")).Single();
        Assert.Equal(["a", "b"], (await _host.Seller.RowsAsync($"b2b_syncissues?savedQuery={view["savedqueryid"]}")).Select(row => (string)row["b2b_step"]!).Order());
    }

    [Theory]
    [InlineData("<condition attribute='b2b_prospectid' operator='like' value='P-%'/>", 7)]
    [InlineData("<condition attribute='b2b_prospectid' operator='null'/>", 1)]
    [InlineData("<condition attribute='numberofemployees' operator='in'><value>10</value><value>70</value></condition>", 2)]
    [InlineData("<condition attribute='statecode' operator='ne' value='0'/>", 0)]
    [InlineData("<condition attribute='ownerid' operator='eq' value='10000000-0000-0000-0000-000000000001'/>", 1)]
    [InlineData("<filter type='or'><condition attribute='numberofemployees' operator='lt' value='20'/><condition attribute='lastname' operator='eq' value='jansen'/></filter>", 2)]
    public async Task FetchXml_WithConditions_AnswersTheRows(string condition, int count)
    {
        var fetch = $"<fetch><entity name='lead'><attribute name='subject'/><order attribute='createdon'/><filter>{condition}</filter></entity></fetch>";
        Assert.Equal(count, (await _host.Seller.RowsAsync("leads?fetchXml=" + Uri.EscapeDataString(fetch))).Count);
    }

    [Theory]
    [InlineData("<fetch><entity name='lead'><attribute name='nosuch'/></entity></fetch>", 400, "0x80041103")]
    [InlineData("<fetch><entity name='nosuch'/></fetch>", 400, "0x80041102")]
    [InlineData("<fetch><entity", 400, "0x80041102")]
    [InlineData("<fetch><entity name='lead'><link-entity name='account'/></entity></fetch>", 501, "0x80040315")]
    [InlineData("<fetch><entity name='lead'><filter><condition attribute='createdon' operator='last-x-days' value='1'/></filter></entity></fetch>", 501, "0x80040315")]
    public async Task FetchXml_ThatCannotRun_IsRefused(string fetch, int status, string code) =>
        (await _host.Seller.GetAsync("leads?fetchXml=" + Uri.EscapeDataString(fetch))).IsRefused((HttpStatusCode)status, code);
}
