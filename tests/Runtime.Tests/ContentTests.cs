using System.Text;
using B2BConnector.Runtime.Content;
using B2BConnector.Runtime.Tests.Support;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests;

public sealed class ContentTests
{
    [Theory]
    [InlineData("{\"d\":\"2030-01-01T00:00:00Z\",\"n\":1.0}", "application/json; charset=utf-8", "{\"d\":\"2030-01-01T00:00:00Z\",\"n\":1.0}")]
    [InlineData("null", "application/json", "null")]
    [InlineData("hello", "text/plain", "\"hello\"")]
    [InlineData("[1]", null, "[1]")]
    [InlineData("<a/>", "application/xml", """{"$content-type":"application/xml","$content":"PGEvPg=="}""")]
    [InlineData("a=1&b=x+y", "application/x-www-form-urlencoded", """{"$content-type":"application/x-www-form-urlencoded","$content":"YT0xJmI9eCt5","$formdata":[{"key":"a","value":"1"},{"key":"b","value":"x y"}]}""")]
    public void Read_ByContentType_GivesThePlatformsValue(string text, string? type, string expected) =>
        Assert.Equal(expected, CaseRunner.Text(ContentBody.Read(Encoding.UTF8.GetBytes(text), type)));

    [Fact]
    public void Read_Multipart_ListsPartsWithHeadersAndBodies()
    {
        var text = "--b\r\nContent-Disposition: form-data; name=\"j\"\r\nContent-Type: application/json\r\n\r\n{\"a\":1}\r\n--b\r\nContent-Disposition: form-data; name=\"t\"\r\n\r\nplain\r\n--b--\r\n";
        var value = ContentBody.Read(Encoding.UTF8.GetBytes(text), "multipart/form-data; boundary=b")!;
        Assert.Equal(["""{"a":1}""", "\"plain\""], value["$multipart"]!.Select(part => CaseRunner.Text(part["body"])));
    }

    [Fact]
    public void Read_NoBody_IsAbsent() => Assert.Null(ContentBody.Read([], "application/json"));

    [Fact]
    public void Write_AnEnvelope_SendsItsBytesUnderItsType()
    {
        var (bytes, type) = ContentBody.Write(new JObject { ["$content-type"] = "image/png", ["$content"] = "AQID" }, null);
        Assert.Equal([1, 2, 3], bytes);
        Assert.Equal("image/png", type);
    }
}
