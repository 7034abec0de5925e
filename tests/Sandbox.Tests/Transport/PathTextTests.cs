using B2BConnector.Host.Transport;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Sandbox.Tests.Transport;

public sealed class PathTextTests
{
    [Theory]
    [InlineData("/leads", "/leads", "/leads")]
    [InlineData("/api/@{encodeURIComponent(encodeURIComponent('leads'))}", "/api/leads", "/api/x")]
    [InlineData("/api/@{encodeUriComponent(encodeUriComponent('a b'))}", "/api/@{encodeUriComponent('a b')}", "/api/x")]
    [InlineData("/l(@{encodeURIComponent(encodeURIComponent(concat('k=''', body('A')?['x}'], '''')))})/n", "/l(@{encodeURIComponent(concat('k=''', body('A')?['x}'], ''''))})/n", "/l(x)/n")]
    [InlineData("/@{encodeURIComponent(body('A'))}/@{encodeURIComponent(body('B'))}", "/@{encodeURIComponent(body('A'))}/@{encodeURIComponent(body('B'))}", "/x/x")]
    [InlineData("/@{encodeURIComponent(concat(encodeURIComponent('a'), 'b'))}", "/@{encodeURIComponent(concat(encodeURIComponent('a'), 'b'))}", "/x")]
    [InlineData("/a%2520b", "/a%20b", "/a%2520b")]
    public void Read_TextWithExpressions_LosesTheOuterEncodingOnly(string path, string once, string shape)
    {
        var read = PathText.Read(new JValue(path))!;

        Assert.Equal((once, shape), (read.EncodedOnce(), read.Shape));
    }

    [Theory]
    [InlineData("@concat('/a/', body('X'))")]
    [InlineData("/a/@{body('X'}")]
    [InlineData("a/b")]
    [InlineData(null)]
    public void Read_NoTextWithExpressions_IsNothing(string? path) => Assert.Null(PathText.Read(path is null ? null : new JValue(path)));
}
