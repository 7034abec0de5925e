using B2BConnector.Wdl.Functions;
using B2BConnector.Wdl.Tests.CaseFiles;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Tests;

public sealed class FunctionRegistryTests
{
    [Fact]
    public void Registry_TwoMethodsWithOneName_StopsTheStart()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new FunctionRegistry([typeof(Once), typeof(Twice)]));

        Assert.Equal("Two methods implement the function 'TWIN'; the second is Twice.Second.", error.Message);
    }

    [Fact]
    public void Catalogue_Designer_Has133FunctionsAndAllAreHere()
    {
        Assert.Equal(133, FunctionCatalogue.Designer.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.DoesNotContain(FunctionCatalogue.Designer, n => FunctionRegistry.Default.Find(n) is null);
    }

    [Fact]
    public void Catalogue_Unlisted_LacksOnlyWhatNobodyDescribes() =>
        Assert.Equal(["agentParameters", "pow"], FunctionCatalogue.Unlisted.Where(n => FunctionRegistry.Default.Find(n) is null).Order(StringComparer.Ordinal));

    [Fact]
    public void Registry_EveryFunction_IsInTheCatalogueInItsSpelling()
    {
        var known = FunctionCatalogue.Designer.Concat(FunctionCatalogue.Unlisted).ToHashSet(StringComparer.Ordinal);

        Assert.Subset(known, FunctionRegistry.Default.All.Select(f => f.Name).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void CaseFiles_All_BelongToAFunction()
    {
        var strays = CaseReader.Files.Select(f => Path.GetFileName(f)[..^".wdl.txt".Length]).Where(n => n != "language" && FunctionRegistry.Default.Find(n)?.Name != n);

        Assert.Empty(strays);
    }

    private static class Once
    {
        [WdlFunction("twin", 0)]
        public static JToken First(Arguments arguments) => arguments[0];
    }

    private static class Twice
    {
        [WdlFunction("TWIN", 0)]
        public static JToken Second(Arguments arguments) => arguments[0];
    }
}
