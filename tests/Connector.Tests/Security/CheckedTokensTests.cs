using System.Security.Claims;
using B2BConnector.Connector.Security;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Security;

public sealed class CheckedTokensTests
{
    private static readonly object Keys = new();
    private readonly ManualTime _time = new();
    private readonly ClaimsPrincipal _caller = new();
    private readonly CheckedTokens _tokens;

    public CheckedTokensTests() => _tokens = new CheckedTokens(_time);

    [Fact]
    public void Find_TokenKept_GivesItsCallerAndNobodyElses()
    {
        Keep("Bearer a");

        Assert.Same(_caller, _tokens.Find("Bearer a", Keys));
        Assert.Null(_tokens.Find("Bearer b", Keys));
        Assert.Null(_tokens.Find("Bearer a ", Keys));
    }

    [Fact]
    public void Find_AfterTheTokensEnd_IsNull()
    {
        Keep("Bearer a", TimeSpan.FromMinutes(2));

        _time.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromSeconds(1));
        Assert.NotNull(_tokens.Find("Bearer a", Keys));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(_tokens.Find("Bearer a", Keys));
    }

    [Fact]
    public void Find_LongAfterTheCheck_IsNullThoughTheTokenIsStillGood()
    {
        Keep("Bearer a", TimeSpan.FromHours(1));

        _time.Advance(CheckedTokens.Longest);

        Assert.Null(_tokens.Find("Bearer a", Keys));
    }

    [Fact]
    public void Find_AfterTheKeysChanged_IsNull()
    {
        Keep("Bearer a");

        Assert.Null(_tokens.Find("Bearer a", new object()));
    }

    [Fact]
    public void Keep_MoreThanTheMost_StaysBounded()
    {
        for (var number = 0; number <= 3 * CheckedTokens.Most; number++)
        {
            Keep($"Bearer {number}");
            Assert.InRange(_tokens.Count, 1, CheckedTokens.Most);
        }

        Assert.NotNull(_tokens.Find($"Bearer {3 * CheckedTokens.Most}", Keys));
    }

    private void Keep(string sent, TimeSpan? lifetime = null) => _tokens.Keep(sent, Keys, _caller, _time.GetUtcNow() + (lifetime ?? TimeSpan.FromHours(1)));
}
