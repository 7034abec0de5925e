using System.Xml.Linq;
using B2BConnector.Emulators.Tests.Dataverse;

namespace B2BConnector.Emulators.Tests.Solution;

/// <summary>What can be checked of the unpacked solution without a live organization.</summary>
public sealed class SolutionCoreTests
{
    private static readonly string Folder = DataverseHost.SolutionFolder;

    private static readonly string[] All = [.. Directory.EnumerateFiles(Folder, "*.xml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file))];

    private static readonly string[] NamedByGuid = [.. All.Where(file => Path.GetFileName(file).StartsWith('{'))];

    public static TheoryData<string> Files() => [.. All];

    public static TheoryData<string> GuidNamedFiles() => [.. NamedByGuid];

    [Theory]
    [MemberData(nameof(Files))]
    public void File_OfTheSolution_IsWellFormed(string file) => Assert.NotNull(Load(file).Root);

    [Theory]
    [MemberData(nameof(GuidNamedFiles))]
    public void File_NamedByAGuid_HoldsThatId(string file)
    {
        var id = Load(file).Descendants().First(element => element.Name.LocalName is "savedqueryid" or "formid").Value;
        Assert.Equal(Path.GetFileNameWithoutExtension(file), id);
    }

    [Fact]
    public void RootComponents_AndFolders_MatchBothWays()
    {
        var roots = Solution().Descendants("RootComponent").ToList();
        Assert.Equal(
            Directory.EnumerateDirectories(Path.Combine(Folder, "Entities")).Select(folder => Path.GetFileName(folder).ToLowerInvariant()).Order(),
            roots.Where(root => root.Attribute("type")!.Value == "1").Select(root => root.Attribute("schemaName")!.Value).Order());
        Assert.Equal(
            Directory.EnumerateFiles(Path.Combine(Folder, "Roles")).Select(file => XDocument.Load(file).Root!.Attribute("id")!.Value).Order(),
            roots.Where(root => root.Attribute("type")!.Value == "20").Select(root => root.Attribute("id")!.Value).Order());
    }

    [Fact]
    public void Publisher_OfTheSolution_OwnsPrefixAndOptionValues()
    {
        var publisher = Solution().Descendants("Publisher").Single();
        Assert.Equal(("b2b", "72600"), (publisher.Element("CustomizationPrefix")!.Value, publisher.Element("CustomizationOptionValuePrefix")!.Value));
        var own = Entities().SelectMany(entity => entity.Descendants("attribute")).Where(attribute => attribute.Element("IsCustomField")!.Value == "1").ToList();
        Assert.All(own, attribute => Assert.StartsWith("b2b_", attribute.Element("LogicalName")!.Value, StringComparison.Ordinal));
        Assert.All(own.Where(attribute => attribute.Element("Type")!.Value == "picklist").SelectMany(attribute => attribute.Descendants("option")),
            option => Assert.StartsWith("72600", option.Attribute("value")!.Value, StringComparison.Ordinal));
        Assert.All(Entities().SelectMany(entity => entity.Descendants("EntityKey")), key => Assert.StartsWith("b2b_", key.Element("LogicalName")!.Value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Lead", "b2b_legalentity,b2b_prospectid,b2b_prospectstatus,b2b_department,b2b_channel,b2b_hierarchyid,b2b_duplicaterequest,b2b_submittedlanguage")]
    [InlineData("Opportunity", "b2b_legalentity,b2b_prospectid,b2b_prospectstatus")]
    [InlineData("Account", "b2b_legalentity,b2b_prospectid,b2b_customeraccount")]
    [InlineData("Contact", "b2b_legalentity,b2b_prospectid,b2b_customeraccount")]
    public void SystemTable_OfTheSolution_BringsOnlyOurColumns(string folder, string columns)
    {
        var entity = Load(Path.Combine("Entities", folder, "Entity.xml"));
        Assert.Equal(columns.Split(','), entity.Descendants("attribute").Select(attribute => attribute.Element("LogicalName")!.Value));
        Assert.Equal("1", entity.Descendants("entity").Single().Attribute("unmodified")!.Value);
        Assert.Equal(folder == "Lead" ? 1 : 0, entity.Descendants("EntityKey").Count());
    }

    [Fact]
    public async Task Columns_OfViewsFormsAndMaps_ExistInTheOrganization()
    {
        await using var host = await DataverseHost.StartAsync();
        XNamespace edm = "http://docs.oasis-open.org/odata/ns/edm";
        var types = XDocument.Parse((await host.Seller.GetAsync("$metadata")).Text).Descendants(edm + "EntityType").ToDictionary(
            type => type.Attribute("Name")!.Value, type => type.Elements().Select(element => element.Attribute("Name")?.Value).ToHashSet());
        var used = new List<(string Table, string Column)>();
        foreach (var file in NamedByGuid)
        {
            var (document, table) = (Load(file), file.Split(Path.DirectorySeparatorChar)[1].ToLowerInvariant());
            used.AddRange(document.Descendants("cell").Where(cell => cell.Attribute("name") is not null).Select(cell => (table, cell.Attribute("name")!.Value)));
            used.AddRange(document.Descendants("fetch").Descendants("attribute").Select(attribute => (table, attribute.Attribute("name")!.Value)));
            used.AddRange(document.Descendants("fetch").Descendants().Where(element => element.Name.LocalName is "order" or "condition").Select(element => (table, element.Attribute("attribute")!.Value)));
            used.AddRange(document.Descendants("control").Where(control => control.Attribute("datafieldname") is not null).Select(control => (table, control.Attribute("datafieldname")!.Value)));
        }
        foreach (var map in Load(Path.Combine("Other", "EntityMaps.xml")).Descendants("EntityMap"))
        {
            used.AddRange(map.Descendants("AttributeSource").Select(column => (map.Element("EntitySource")!.Value, column.Value)));
            used.AddRange(map.Descendants("AttributeTarget").Select(column => (map.Element("EntityTarget")!.Value, column.Value)));
        }
        Assert.NotEmpty(used);
        Assert.All(used, pair => Assert.Contains(pair.Column, types[pair.Table]));
    }

    [Fact]
    public void Relationships_ListedAndDescribed_AreTheSame()
    {
        var listed = Load(Path.Combine("Other", "Relationships.xml")).Root!.Elements().Select(relationship => relationship.Attribute("Name")!.Value);
        var described = Directory.EnumerateFiles(Path.Combine(Folder, "Other", "Relationships")).SelectMany(file => XDocument.Load(file).Root!.Elements()).Select(relationship => relationship.Attribute("Name")!.Value);
        Assert.Equal(listed.Order(), described.Order());
    }

    [Fact]
    public void Labels_OfTheLeadView_AreEnglishAndDutch()
    {
        var view = Load(NamedByGuid.Single(file => file.Contains(Path.Combine("Lead", "SavedQueries"), StringComparison.Ordinal)));
        Assert.Equal(
            ["1033 All Commerce B2B Leads", "1043 Alle commerciële B2B-leads"],
            view.Descendants("LocalizedName").Select(label => $"{label.Attribute("languagecode")!.Value} {label.Attribute("description")!.Value}"));
    }

    [Fact]
    public void Ids_InsideForms_AreUnique()
    {
        var ids = All.Where(file => file.Contains("FormXml", StringComparison.Ordinal)).SelectMany(file => Load(file).Descendants())
            .SelectMany(element => element.Attributes("id").Select(id => id.Value)).Where(id => id.StartsWith('{')).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    private static XDocument Load(string file) => XDocument.Load(Path.Combine(Folder, file));

    private static XDocument Solution() => Load(Path.Combine("Other", "Solution.xml"));

    private static IEnumerable<XDocument> Entities() => Directory.EnumerateFiles(Path.Combine(Folder, "Entities"), "Entity.xml", SearchOption.AllDirectories).Select(XDocument.Load);
}
