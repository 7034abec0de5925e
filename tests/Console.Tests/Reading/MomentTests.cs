using B2BConnector.Host.ConsolePages.Reading;

namespace B2BConnector.Console.Tests.Reading;

public sealed class MomentTests
{
    private static readonly DateTimeOffset Second = new(2026, 11, 22, 11, 56, 43, TimeSpan.Zero);

    [Fact]
    public void Within_MomentsOfTheSameSecond_GivesTheLatest() =>
        Assert.Equal(Second.AddMilliseconds(700), Moment.Within(Second, Second.AddMilliseconds(200), Second.AddMilliseconds(700), null));

    [Fact]
    public void Within_MomentsOfOtherSeconds_GivesItsBeginning() =>
        Assert.Equal(Second, Moment.Within(Second, Second.AddMilliseconds(-1), Second.AddSeconds(1)));

    [Fact]
    public void Within_Nothing_GivesNothing() => Assert.Null(Moment.Within(null, Second));
}
