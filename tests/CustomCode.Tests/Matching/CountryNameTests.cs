using B2BConnector.CustomCode.Matching;

namespace B2BConnector.CustomCode.Tests.Matching;

public sealed class CountryNameTests
{
    [Theory]
    [InlineData("NLD", "Netherlands")]
    [InlineData("nl", "Nederland")]
    [InlineData("DEU", "Deutschland")]
    [InlineData("USA", "United States")]
    [InlineData("U.S.A.", "us")]
    [InlineData("GBR", "UK")]
    [InlineData("JPN", "日本")]
    [InlineData("BRA", "Brasil")]
    [InlineData("Atlantis", " atlantis ")]
    public void Same_OtherWriting_IsTheSameCountry(string one, string other) => Assert.True(CountryName.Same(one, other));

    [Theory]
    [InlineData("NLD", "BEL")]
    [InlineData("NLD", null)]
    [InlineData("", "")]
    public void Same_OtherOrUnknown_IsNot(string? one, string? other) => Assert.False(CountryName.Same(one, other));
}
