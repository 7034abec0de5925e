using System.Text;
using B2BConnector.Runtime.Maps;
using B2BConnector.Runtime.Tests.Support;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests.Maps;

public sealed class XsltMapTests : IDisposable
{
    private const string Orders = """<o:Orders xmlns:o="urn:o"><o:Order id="1"><o:Tag>a</o:Tag><o:Tag>b</o:Tag></o:Order><o:Order id="2"><o:Name>A &amp; {B}</o:Name></o:Order></o:Orders>""";

    private readonly ProjectFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("<n>{count(/o:Orders/o:Order)}</n>", "<n>2</n>")] // the shape that the Data Mapper writes (recorded: LogicAppUnit's sample)
    [InlineData("<n>{{no}} {/o:Orders/o:Order[2]/o:Name}!</n>", "<n>{no} A &amp; {B}!</n>")] // XSLT 3.0, 5.6.2
    [InlineData("<n>{concat('}', \"{\")}</n>", "<n>}{</n>")] // a brace in a literal
    [InlineData("<n>{//o:Tag}</n>", "<n>a b</n>")] // several nodes are joined, where 1.0 takes the first (XSLT 2.0, J.1)
    [InlineData("<n><xsl:value-of select=\"//o:Tag\"/></n>", "<n>a b</n>")]
    [InlineData("<n t=\"{//o:Tag}-{//@id}\"/>", "<n t=\"a b-1 2\" />")]
    [InlineData("<n><xsl:attribute name=\"t\">{//o:Tag[2]}</xsl:attribute></n>", "<n t=\"b\" />")]
    [InlineData("<n xsl:expand-text=\"no\">{//o:Tag}</n>", "<n>{//o:Tag}</n>")]
    [InlineData("<xsl:for-each select=\"//o:Order\"><n>{@id}{string-length(o:Name)}</n></xsl:for-each>", "<n>10</n><n>27</n>")]
    public void Transform_OfAVersion3Map_MeansTheSame(string body, string expected)
    {
        var (map, problems) = Read(Sheet("3.0", $"<r>{body}</r>", " expand-text=\"yes\""));
        Assert.Empty(problems);
        var (bytes, type) = map!.Transform(Encoding.UTF8.GetBytes(Orders), []);
        Assert.Equal($"<r>{expected}</r>", Encoding.UTF8.GetString(bytes));
        Assert.Equal("application/xml; charset=utf-8", type);
    }

    [Theory]
    [InlineData("<n>{current-date()}</n>", "the function current-date()")]
    [InlineData("<n>{ef:f(.)}</n>", "the function ef:f()")]
    [InlineData("<n>{1 div 3}</n>", "'div'")]
    [InlineData("<n>{@a * 2}</n>", "'*'")]
    [InlineData("<n>{@a || 'x'}</n>", "the expression")]
    [InlineData("<n>{if (@a) then 1 else 2}</n>", "the function if()")]
    [InlineData("<n>{$x}</n>", "the variable $x")]
    [InlineData("<n>{@a</n>", "braces do not match")]
    [InlineData("<xsl:if test=\"@a &lt; @b\"/>", "'<'")]
    [InlineData("<xsl:for-each-group select=\"*\" group-by=\"@a\"/>", "the instruction xsl:for-each-group")]
    [InlineData("<xsl:value-of select=\"*\" separator=\",\"/>", "the attribute separator of xsl:value-of")]
    [InlineData("<xsl:apply-templates select=\".\" mode=\"#current\"/>", "the mode #current")]
    public void Read_WhatOnlyLaterVersionsHave_IsAProblemWithItsLine(string body, string what)
    {
        var (map, problems) = Read(Sheet("3.0", $"\n{body}", " expand-text=\"yes\""));
        Assert.Null(map);
        var problem = Assert.Single(problems);
        Assert.Equal(("RT0703", 2), (problem.Code, problem.Line));
        Assert.Contains(what, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<r>{//o:Tag}<xsl:value-of select=\"//o:Tag\"/></r>", "<r>{//o:Tag}a</r>")]
    [InlineData("<r><xsl:value-of select=\"count(//o:Order) * 2 div 8\"/></r>", "<r>0.5</r>")]
    public void Transform_OfAVersion1Map_StaysAsItIs(string body, string expected)
    {
        var (map, problems) = Read(Sheet("1.0", body, ""));
        Assert.Empty(problems);
        Assert.Equal(expected, Encoding.UTF8.GetString(map!.Transform(Encoding.UTF8.GetBytes(Orders), []).Bytes));
    }

    [Theory]
    [InlineData("<xsl:stylesheet", "RT0701")]
    [InlineData("""<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><xsl:value-of select="none()"/></xsl:template></xsl:stylesheet>""", "RT0702")]
    [InlineData("""<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:include href="http://elsewhere/x.xslt"/></xsl:stylesheet>""", "RT0702")]
    public void Read_BrokenMap_IsOneProblem(string text, string code)
    {
        var (map, problems) = Read(text);
        Assert.Null(map);
        Assert.Equal(code, Assert.Single(problems).Code);
    }

    [Fact]
    public async Task Action_OnAnXmlBody_AnswersWithXml()
    {
        var sheet = Sheet("1.0", "<r><xsl:value-of select=\"//o:Tag\"/><xsl:value-of select=\"$p\"/></r>", "");
        folder.With("Artifacts/Maps/tags.xslt", sheet.Replace("<xsl:template", "<xsl:param name=\"p\"/><xsl:template", StringComparison.Ordinal))
            .WithActions("main", Transform("tags.xslt", ""","xsltParameters":{"p":"@concat('-','x')"}"""));
        await using var engine = await TestEngine.StartAsync(folder);
        var envelope = new JObject { ["$content-type"] = "application/xml", ["$content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(Orders)) };

        var body = (await engine.CallAsync("main", envelope)).Body!;

        Assert.Equal("application/xml; charset=utf-8", (string?)body["$content-type"]);
        Assert.Equal("<r>a-x</r>", Encoding.UTF8.GetString(Convert.FromBase64String((string)body["$content"]!)));
    }

    [Fact]
    public async Task Action_OnATextThatIsNoXml_Fails()
    {
        folder.With("Artifacts/Maps/tags.xslt", Sheet("1.0", "<r/>", "")).WithActions("main", Transform("tags.xslt", ""));
        await using var engine = await TestEngine.StartAsync(folder);
        await engine.CallAsync("main", "no xml");
        var action = engine.Action("main", engine.Runs("main").Single(), "Map");
        Assert.Equal(("Failed", "InvalidXml"), ((string?)action["status"], (string?)action["error"]!["code"]));
    }

    [Theory]
    [InlineData("none.xslt", "RT0002")]
    [InlineData("../tags.xslt", "RT0002")]
    public void Load_MapMissing_IsAProblem(string name, string code)
    {
        folder.With("Artifacts/tags.xslt", Sheet("1.0", "<r/>", "")).WithActions("main", Transform(name, ""));
        Assert.Equal(code, Assert.Single(WorkflowProject.Load(folder.Path, new Dictionary<string, string>()).Problems).Code);
    }

    private static string Transform(string map, string more) => $$$$"""
        {"Map":{"type":"Xslt","kind":"DataMapper","inputs":{"content":"@triggerBody()","map":{"source":"LogicApp","name":"{{{{map}}}}"}{{{{more}}}}},"runAfter":{}},
         "Answer":{"type":"Response","inputs":{"statusCode":200,"body":"@body('Map')"},"runAfter":{"Map":["Succeeded"]}}}
        """;

    private static string Sheet(string version, string body, string attributes) => $"""
        <xsl:stylesheet version="{version}"{attributes} xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:o="urn:o" xmlns:ef="urn:ef" exclude-result-prefixes="o ef"><xsl:output omit-xml-declaration="yes"/><xsl:template match="/">{body}</xsl:template></xsl:stylesheet>
        """;

    private (XsltMap? Map, List<Problem> Problems) Read(string text)
    {
        var problems = new List<Problem>();
        folder.With("map.xslt", text);
        return (XsltMap.Read(Path.Combine(folder.Path, "map.xslt"), problems), problems);
    }
}
