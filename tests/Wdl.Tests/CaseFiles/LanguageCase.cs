using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Tests.CaseFiles;

/// <summary>One case of a .wdl.txt file.</summary>
public sealed record LanguageCase(string File, int Line, string Template, CaseOutcome Outcome, string Expected)
{
    /// <summary>"documented", "recorded" or "inferred", and by whom.</summary>
    public string Source { get; init; } = "";

    public JObject Context { get; init; } = [];

    public LanguageOptions Options { get; init; } = LanguageOptions.Default;

    public IcuRange Icu { get; init; } = IcuRange.Any;

    public override string ToString() => $"{File}:{Line} {Template}";
}
