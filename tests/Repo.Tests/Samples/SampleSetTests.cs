namespace B2BConnector.Repo.Tests.Samples;

/// <summary>The samples as a set show what real sites send, and every way a story can end.</summary>
public sealed class SampleSetTests
{
    [Fact]
    public void Samples_Ids_AreUnique() => Assert.Equal(Sample.All.Count, Sample.All.Select(sample => sample.Id).Distinct().Count());

    [Fact]
    public void Samples_Count_Is35() => Assert.Equal(35, Sample.All.Count);

    [Theory]
    [InlineData("qualifyAndWin", 14, "Approved", "Qualified")]
    [InlineData("qualifyAndLose", 6, "Rejected", "Qualified")]
    [InlineData("disqualify", 8, "Rejected", "Disqualified")]
    [InlineData("leaveOpen", 7, "Pending", "Open")]
    public void Samples_Action_LeadsToItsEnd(string action, int count, string prospectStatus, string lead)
    {
        var samples = Sample.All.Where(sample => sample.Action == action).ToList();
        Assert.Equal(count, samples.Count);
        Assert.All(samples, sample => Assert.Equal((prospectStatus, lead), (sample.ProspectStatus, sample.Lead)));
    }

    [Fact]
    public void Samples_LostOrDisqualified_GiveAReason() =>
        Assert.All(Sample.All.Where(sample => sample.Action is "disqualify" or "qualifyAndLose"), sample => Assert.False(string.IsNullOrEmpty(sample.Reason)));

    [Fact]
    public void Samples_Countries_AreAtLeastEight()
    {
        var countries = Sample.All.Select(sample => (string?)sample.Address?["country"]).OfType<string>().ToHashSet();
        Assert.Superset(new HashSet<string> { "NLD", "BEL", "DEU", "FRA", "USA", "GBR", "JPN", "BRA" }, countries);
    }

    [Fact]
    public void Samples_Channels_AreThoseOfTwoLegalEntities() =>
        Assert.Equal(["000000011", "000000012"], Sample.All.Select(sample => sample.Channel).Distinct().Order());

    [Fact]
    public void Samples_Senders_AreTheSiteAndSometimesTheConnector()
    {
        Assert.All(Sample.All, sample => Assert.Contains(sample.Via, (string[])["site", "connector"]));
        Assert.InRange(Sample.All.Count(sample => sample.Via == "connector"), 4, 6);
    }

    [Fact]
    public void Samples_OneCompanyTwice_IsWonOnceAndClosedAsDuplicateOnce() => Twice(sample => sample.Field("companyName")!);

    [Fact]
    public void Samples_OneEmailTwice_IsWonOnceAndClosedAsDuplicateOnce() => Twice(sample => sample.Field("email")!.ToLowerInvariant());

    [Fact]
    public void Samples_LongestComment_Has2000CharactersLineBreaksAndUmlauts()
    {
        var longest = Sample.All.Select(sample => sample.Field("comments") ?? "").MaxBy(comment => comment.Length)!;
        Assert.Equal(2000, longest.Length);
        Assert.Contains('\n', longest);
        Assert.Contains('ü', longest);
    }

    [Theory]
    [InlineData("a Latin letter with a diacritic", 'À', 'ž')]
    [InlineData("Greek", '\u0370', '\u03ff')]
    [InlineData("Cyrillic", '\u0400', '\u04ff')]
    [InlineData("Arabic", '\u0600', '\u06ff')]
    [InlineData("Devanagari", '\u0900', '\u097f')]
    [InlineData("Japanese kana", '\u3040', '\u30ff')]
    [InlineData("Han", '\u4e00', '\u9fff')]
    public void Samples_Scripts_Occur(string script, char first, char last) =>
        Assert.True(
            Sample.All.Any(sample => $"{sample.Field("firstName")}{sample.Field("companyName")}".Any(character => character >= first && character <= last)),
            $"No name contains {script}.");

    [Fact]
    public void Samples_OptionalFields_AreSometimesAbsent()
    {
        Assert.All(
            (string[])["phone", "phoneExtension", "companySize", "department", "website", "language", "comments", "address"],
            field => Assert.InRange(Sample.All.Count(sample => sample.Request.ContainsKey(field)), 1, 34));
        Assert.Contains(Sample.All, sample => sample.Address is { } address && !address.ContainsKey("street"));
    }

    private static void Twice(Func<Sample, string> key)
    {
        var pair = Assert.Single(Sample.All.GroupBy(key), group => group.Count() > 1).ToList();
        Assert.Equal(["disqualify", "qualifyAndWin"], pair.Select(sample => sample.Action).Order());
        Assert.Single(pair.Select(sample => sample.Channel).Distinct());
    }
}
