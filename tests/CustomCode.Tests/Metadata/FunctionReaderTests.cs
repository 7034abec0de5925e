using System.Text.Json.Nodes;
using B2BConnector.CustomCode.Matching;
using B2BConnector.Metadata;

namespace B2BConnector.CustomCode.Tests.Metadata;

public sealed class FunctionReaderTests
{
    private static readonly string Assembly = typeof(MatchExistingAccounts).Assembly.Location;

    [Fact]
    public void Read_OurAssembly_FindsTheFunctionsWithTheirSchemas()
    {
        var functions = FunctionReader.Read(Assembly);

        Assert.Equal(["MatchExistingAccounts", "PlanReconciliation", "UpdateAccountAndContact"], functions.Select(found => found.Name).Order(StringComparer.Ordinal));
        var function = functions.Single(found => found.Name == "MatchExistingAccounts");
        Assert.Equal("B2BConnector.CustomCode.Matching.MatchExistingAccounts.Run", function.EntryPoint);
        Assert.Equal("legalEntity", function.Trigger);
        Assert.Equal("""["legalEntity","prospectId","organizationName","email","country"]""", function.Inputs["required"]!.ToJsonString());
        Assert.Equal("""["Account","Contact","Ambiguous","DuplicateRequest"]""", function.Output["required"]!.ToJsonString());
        Assert.Equal("array", (string?)function.Output["properties"]!["Ambiguous"]!["type"]);
        Assert.Equal("boolean", (string?)function.Output["properties"]!["DuplicateRequest"]!["type"]);
    }

    [Fact]
    public void Text_OfAFunction_HasThePlatformsMembersInOrder()
    {
        var json = JsonNode.Parse(FunctionJson.Of(FunctionReader.Read(Assembly)[0], "A.dll", "net8").Text)!.AsObject();

        Assert.Equal(
            ["Name", "ScriptFile", "FunctionDirectory", "EntryPoint", "Language", "Properties", "Bindings", "InputBindings", "OutputBindings", "Trigger", "InputSchema", "OutputSchema"],
            json.Select(member => member.Key));
        Assert.True(JsonNode.DeepEquals(json["Trigger"], json["Bindings"]![0]));
        Assert.Equal("workflowActionTrigger", (string?)json["Trigger"]!["Type"]);
    }

    [Fact]
    public void Write_FunctionThatIsGone_RemovesItsFolderOnly()
    {
        var folder = Directory.CreateTempSubdirectory("b2b-lib-");
        try
        {
            LibCustomFolder.Write(folder.FullName, "A.dll", [new FunctionJson("Old", """{"ScriptFile":"A.dll"}"""), new FunctionJson("Other", """{"ScriptFile":"B.dll"}""")]);
            var written = LibCustomFolder.Write(folder.FullName, "A.dll", [new FunctionJson("New", """{"ScriptFile":"A.dll"}""")]);

            Assert.Equal(["New", "Other"], folder.GetDirectories().Select(d => d.Name).Order(StringComparer.Ordinal));
            Assert.Equal([Path.Combine(folder.FullName, "New", "function.json")], written);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
