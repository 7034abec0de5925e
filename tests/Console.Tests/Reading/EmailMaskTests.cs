using B2BConnector.Host.ConsolePages.Live;

namespace B2BConnector.Console.Tests.Reading;

public sealed class EmailMaskTests
{
    [Theory]
    [InlineData("<dd>kim@example.com</dd>", "<dd>k•••@example.com</dd>")]
    [InlineData("&lt;j.o&#x27;neil+x@mail.example.co.uk&gt;", "&lt;•••@mail.example.co.uk&gt;")]
    [InlineData("jürgen@müller.example, b@b.example.", "j•••@müller.example, b•••@b.example.")]
    [InlineData("at @ noon, @user and a@b", "at @ noon, @user and a@b")]
    public void Apply_Html_HidesWhoButNotWhere(string html, string masked) => Assert.Equal(masked, EmailMask.Apply(html));
}
