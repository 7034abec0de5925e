using B2BConnector.CustomCode.Matching;

namespace B2BConnector.CustomCode.Tests.Matching;

public sealed class CompanyNameTests
{
    [Theory]
    [InlineData("Contoso B.V.", "contoso bv")]
    [InlineData("Contoso B. V.", "CONTOSO")]
    [InlineData("Müller & Söhne GmbH & Co. KG", "Muller Sohne")]
    [InlineData("Straße AG", "Strasse")]
    [InlineData("L'Oréal S.A.", "LOreal")]
    [InlineData("Łódź Sp. z o.o.", "Lodz sp zoo")]
    [InlineData("Fabrikam, Inc.", "Fabrikam Incorporated")]
    [InlineData("Adventure Works Pty Ltd", "adventure  works")]
    [InlineData("株式会社山田商事", "山田商事")]
    [InlineData("山田商事 株式会社", "（株）山田商事")]
    [InlineData("ＡＢＣ K.K.", "abc")]
    [InlineData("Indústrias São João Ltda.", "industrias sao joao")]
    public void Same_OtherWriting_IsTheSameName(string one, string other)
    {
        Assert.True(CompanyName.Of(one)!.Same(other), $"{CompanyName.Of(one)} / {CompanyName.Of(other)}");
        Assert.True(CompanyName.Of(other)!.Same(one));
    }

    [Theory]
    [InlineData("Contoso Nederland B.V.", "Contoso B.V.")]
    [InlineData("Company", "Limited")]
    [InlineData("ガス商会", "カス商会")]
    [InlineData("Contoso", "")]
    [InlineData("Contoso", null)]
    public void Same_OtherCompany_IsNot(string one, string? other) => Assert.False(CompanyName.Of(one)!.Same(other));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("---")]
    [InlineData(null)]
    public void Of_NoName_IsNull(string? name) => Assert.Null(CompanyName.Of(name));

    [Theory]
    [InlineData("Müller Maschinenbau GmbH", "Maschinenbau")]
    [InlineData("Müller GmbH", "Müller|muller")]
    [InlineData("O'Brien Ltd", "Brien")]
    [InlineData("株式会社山田商事", "山田商事")]
    [InlineData("H&M Inc.", "H&M")]
    [InlineData("A.B.C. Holding", "Holding")]
    public void SearchTerms_Name_AreWhatEveryWritingContains(string name, string terms) =>
        Assert.Equal(terms.Split('|'), CompanyName.Of(name)!.SearchTerms);
}
