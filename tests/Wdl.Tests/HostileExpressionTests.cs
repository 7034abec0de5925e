using System.Diagnostics;
using B2BConnector.Wdl.Tests.CaseFiles;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Tests;

/// <summary>
/// Expressions meant to do harm end in a problem or an error of the language, soon and with bounded memory. Times are processor time of this
/// process. The limit is 100 ms on a free processor in an optimized build, which is what the fuzz family of tests/Benchmarks asks for; an
/// unoptimized one on a machine with other work gets more.
/// </summary>
[Collection(nameof(Alone))]
public sealed class HostileExpressionTests
{
    private const long MaxBytes = 700_000_000;
    private static readonly TimeSpan MaxTime = TimeSpan.FromMilliseconds(400);

    public static TheoryData<string> Hostile() => new(
        "@" + Repeat("not(", 2_000) + "true" + Repeat(")", 2_000),
        "@" + Repeat("a[", 4_000),
        "@" + Repeat("a(", 4_000),
        "@triggerBody()" + Repeat("?['a']", 1_300) + "?['a'",
        "@triggerBody()" + Repeat("[triggerBody()", 580) + Repeat("]", 580),
        "@'" + new string('\'', 8_188),
        "@'" + new string('x', 8_189),
        "@concat('a'" + Repeat(",'a'", 2_000),
        "@concat(" + Repeat("nope(),", 1_100) + "1)",
        "@{" + Repeat("@{", 4_000),
        Repeat("@{'", 4_000),
        Repeat("@{concat('}')", 1_000),
        "@" + new string('(', 8_000),
        "@" + new string('9', 8_000),
        "@1" + new string('0', 8_000) + ".0e" + new string('9', 100),
        "@createArray(" + string.Join(",", Enumerable.Repeat("range(1,100000)", 500)) + ")",
        "@length(concat(" + string.Join(",", Enumerable.Repeat("join(range(1,100000),'')", 300)) + "))",
        "@join(range(1,100000), join(range(1,100000), ','))",
        "@replace(join(range(1,100000),'1'), '1', join(range(1,100000),'1'))",
        "@split(join(range(1,100000),''), '1')",
        "@chunk(join(range(1,100000),''), 1)",
        "@union(chunk(join(range(1,100000),''),1), range(1,100000), range(100000,100000), range(200000,100000), range(300000,100000), range(400000,100000))",
        "@sort(range(0, 100000))", // found by mutation
        "@formatNumber(1, 'N999999999')",
        "@formatNumber(1, 'D99999')",
        $"@nthIndexOf('{new string('é', 7_900)}', 'É', 9223372036854775807)",
        $"@nthIndexOf('{new string('a', 7_900)}', 'A', 9223372036854775807)",
        $"@xpath(xml('<a>{Repeat("<b/>", 1_700)}</a>'), 'count(//*[count(//*[count(//*)>0])>0])')",
        $"@xpath(xml('<a>{Repeat("<b/>", 1_700)}</a>'), '//*[.//*[.//*[//*[//*]]]]/ancestor-or-self::*//*//*//*')",
        $"@xpath(xml('<a/>'), '{Repeat("(", 3_900)}1{Repeat(")", 3_900)}')",
        $"@xpath(xml('<a/>'), '1{Repeat("+1", 4_000)}')",
        $"@xpath(xml('<a/>'), 'a{Repeat("/a", 4_000)}')",
        $"@xpath(xml('<a/>'), 'a{Repeat("|a", 4_000)}')",
        $"@xpath(xml('<a/>'), '{Repeat("not(", 1_900)}1')",
        $"@xpath(xml('<a/>'), 'a{Repeat("[a", 2_500)}{Repeat("]", 2_500)}')",
        "@xml('<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;\">]><a>&g;&g;&g;&g;&g;&g;&g;&g;</a>')",
        "@xml('<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>')",
        $"@json('{Repeat("[", 7_900)}')",
        $"@json('{Repeat("{\"a\":", 1_500)}')",
        $"@xml('{Repeat("<a>", 2_600)}')",
        "@convertFromUtc('2026-01-01', '../../../../dev/zero')",
        "@convertFromUtc('2026-01-01', '/dev/zero')",
        $"@convertFromUtc('2026-01-01', '{new string('A', 8_000)}')",
        $"@formatDateTime('2026-01-01', '{Repeat("dddd", 2_000)}')",
        $"@formatDateTime('{new string(' ', 8_000)}2026')",
        $"@parseDateTime('{new string('1', 4_000)}', 'en-US', '{new string('f', 4_000)}')",
        $"@float('{new string('1', 8_000)}e{new string('9', 100)}')",
        $"@decodeUriComponent('{Repeat("%E2", 2_700)}')",
        $"@dataUriToBinary('data:{Repeat(";", 8_000)},x')",
        $"@base64ToString('{new string('=', 8_000)}')",
        $"@decodeXmlValue('{Repeat("&#x", 2_700)}')",
        $"@guid('{new string('N', 8_000)}')",
        $"@uriHost('http://{Repeat("a.", 3_900)}')",
        "@if(true, " + string.Join(", if(true,", Enumerable.Repeat("1", 80)),
        "@\"" + new string('"', 100),
        "@@@@@{{{{@{'}'}@{");

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Expression_Hostile_EndsSoonAndSmall(string text)
    {
        Evaluate("@concat('warm', 'up')");
        var best = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 3 && best > MaxTime; attempt++)
        {
            var (start, before) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
            Evaluate(text);
            var (time, bytes) = (Environment.CpuUsage.TotalTime - start, GC.GetAllocatedBytesForCurrentThread() - before);
            best = time < best ? time : best;
            Assert.True(bytes < MaxBytes, $"{bytes:N0} bytes");
        }
        Assert.True(best <= MaxTime, $"{best.TotalMilliseconds:F0} ms");
    }

    [Fact]
    public void Xml_FromManyLevelsOfVariables_IsRefusedBeforeItIsWalked()
    {
        var context = new CaseContext(new JObject { ["variables"] = new JObject { ["path"] = "1" + Repeat("+1", 500_000) } });
        var template = Template.Compile(new JValue("@xpath(xml('<a/>'), variables('path'))"), "", []);

        Assert.Contains("8192", Assert.Throws<WdlException>(() => template.Evaluate(context)).Message, StringComparison.Ordinal);
    }

    private static void Evaluate(string text)
    {
        var template = Template.Compile(new JValue(text), "", []);
        try
        {
            template.Evaluate(new CaseContext([]));
        }
        catch (WdlException)
        {
            // An error of the language is what is meant to come.
        }
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
