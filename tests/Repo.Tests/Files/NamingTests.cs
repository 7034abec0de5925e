using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests.Files;

public sealed class NamingTests
{
    private static readonly Regex SaysNothing = new(@"(^|/)(Helpers?|Utils?|Utilities|Common|Misc|Managers?)(/|\.cs$)|(Helper|Manager|Util|Utils)\.cs$");

    // Two names of LogicAppUnit's public API, which tests of makers are written against.
    private static readonly string[] NamesOfOthers = ["sandbox/LogicAppUnit/Contents/ContentHelper.cs", "sandbox/LogicAppUnit/Contents/ResourceHelper.cs"];

    [Fact]
    public void Files_All_AreNamedAfterWhatTheyDo() =>
        Rule.Holds(Offenders(Tree.Repository), "Name these files and folders after what they do:");

    [Theory]
    [InlineData("connector/Helpers/Text.cs")]
    [InlineData("sandbox/Wdl/Utils.cs")]
    [InlineData("sandbox/Runtime/RunManager.cs")]
    [InlineData("Common/Dates.cs")]
    public void Offenders_NameThatSaysNothing_IsFound(string path) => Rule.Finds(Offenders(Tree.Of((path, ""))), path);

    [Fact]
    public void Offenders_Management_IsFine() => Assert.Empty(Offenders(Tree.Of(("sandbox/Management/ManagementApp.cs", ""))));

    private static IEnumerable<string> Offenders(Tree tree) => tree.Paths.Where(path => SaysNothing.IsMatch(path)).Except(NamesOfOthers);
}
