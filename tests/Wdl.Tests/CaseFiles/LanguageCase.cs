using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Tests.CaseFiles;

/// <summary>One case of a .wdl.txt file.</summary>
public sealed record LanguageCase(string File, int Line, string Source, string Template, JObject Context, CaseOutcome Outcome, string Expected)
{
    public override string ToString() => $"{File}:{Line} {Template}";
}
