using System.Net;

namespace B2BConnector.Emulators.Tests.Dataverse;

/// <summary>
/// Rows nested in the body of a POST. That they are made with it, all or none, is documented (create-entity-web-api, "Create related table
/// rows in one operation"; OData 4.0, 11.4.2.2); that a nested row keeps an id of the body is inferred.
/// </summary>
public sealed class DeepInsertTests : IAsyncLifetime
{
    private const string Note = "b2b00000-0000-5000-8000-00000000000e";
    private DataverseHost _host = null!;

    public async Task InitializeAsync() => _host = await DataverseHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Create_WithRowsThatBelongToIt_MakesThemToo()
    {
        var lead = await Leads.CreateAsync(_host.LogicApp, more: $$""","Lead_Annotation":[{"annotationid":"{{Note}}","subject":"Origin"},{"subject":"Second"}]""");

        var notes = await _host.Seller.RowsAsync($"leads({lead})/Lead_Annotation?$orderby=subject");
        Assert.Equal(["Origin", "Second"], notes.Select(note => (string?)note["subject"]));
        Assert.Equal((Note, "lead"), ((string?)notes[0]["annotationid"], (string?)notes[0]["objecttypecode"]));
    }

    [Fact]
    public async Task Create_WithTheRowItPointsTo_MakesItFirst()
    {
        var account = await _host.Seller.CreateAsync("accounts", """{"name":"Contoso","primarycontactid":{"lastname":"Smith"},"opportunity_customer_accounts":[{"name":"Deal","Opportunity_Annotation":[{"subject":"Deep"}]}]}""");

        var row = await _host.Seller.RowAsync($"accounts({account})?$select=name&$expand=primarycontactid($select=lastname),opportunity_customer_accounts($select=name;$expand=Opportunity_Annotation($select=subject))");
        Assert.Equal("Smith", (string?)row["primarycontactid"]!["lastname"]);
        Assert.Equal("Deep", (string?)row["opportunity_customer_accounts"]![0]!["Opportunity_Annotation"]![0]!["subject"]);
    }

    [Fact]
    public async Task Create_NestedRowRefused_MakesNothing()
    {
        var answer = await _host.LogicApp.PostAsync("leads", Leads.Body(more: """,""" + "\"Lead_Annotation\":[{\"subject\":\"fine\"},{\"nosuch\":1}]"));

        answer.IsRefused(HttpStatusCode.BadRequest, "0x80048d19");
        Assert.Empty(await _host.Seller.RowsAsync("leads"));
        Assert.Empty(await _host.Seller.RowsAsync("annotations"));
    }

    [Fact]
    public async Task Create_RowIsThereAlready_LeavesItsNotesAlone()
    {
        const string note = ",\"Lead_Annotation\":[{\"subject\":\"Again\"}]";
        await Leads.CreateAsync(_host.LogicApp);

        (await _host.LogicApp.PostAsync("leads", Leads.Body(more: note))).IsRefused(HttpStatusCode.PreconditionFailed, "0x80060892");
        Assert.Empty(await _host.Seller.RowsAsync("annotations"));
    }

    [Theory]
    [InlineData("\"Lead_Annotation\":{\"subject\":\"one\"}")]
    [InlineData("\"Lead_Annotation\":[1]")]
    [InlineData("\"parentaccountid\":[]")]
    public async Task Create_NestedInAnotherShape_IsRefused(string member) =>
        (await _host.LogicApp.PostAsync("leads", Leads.Body(more: "," + member))).IsRefused(HttpStatusCode.BadRequest, "0x80048d19");

    [Fact]
    public async Task Update_WithNestedRows_IsRefusedAsUnsupported()
    {
        var lead = await Leads.CreateAsync(_host.LogicApp);

        (await _host.LogicApp.PatchAsync($"leads({lead})", """{"Lead_Annotation":[]}""")).IsRefused(HttpStatusCode.NotImplemented, "0x80040315");
    }
}
