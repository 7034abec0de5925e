using System.Net;
using System.Reflection;
using System.Text;

namespace LogicAppUnit.Mocking;

/// <summary>What a mock answers: 200 without content unless something else is said.</summary>
public interface IMockResponseBuilder
{
    /// <summary>200.</summary>
    IMockResponseBuilder WithSuccess();

    /// <summary>202.</summary>
    IMockResponseBuilder WithAccepted();

    /// <summary>204, without content.</summary>
    IMockResponseBuilder WithNoContent();

    /// <summary>401.</summary>
    IMockResponseBuilder WithUnauthorized();

    /// <summary>404.</summary>
    IMockResponseBuilder WithNotFound();

    /// <summary>500.</summary>
    IMockResponseBuilder WithInternalServerError();

    /// <summary>Any status.</summary>
    IMockResponseBuilder WithStatusCode(HttpStatusCode statusCode);

    /// <summary>A header of the answer.</summary>
    IMockResponseBuilder WithHeader(string name, string value);

    /// <summary>Seconds until the answer comes.</summary>
    IMockResponseBuilder AfterDelay(int secondsDelay);

    /// <summary>Time until the answer comes.</summary>
    IMockResponseBuilder AfterDelay(TimeSpan delay);

    /// <summary>Seconds until the answer comes, by chance from the first to just below the second.</summary>
    IMockResponseBuilder AfterDelay(int secondsMin, int secondsMax);

    /// <summary>Time until the answer comes, by chance from the first to just below the second.</summary>
    IMockResponseBuilder AfterDelay(TimeSpan min, TimeSpan max);

    /// <summary>Content that is made for each answer.</summary>
    IMockResponseBuilder WithContent(Func<HttpContent> content);

    /// <summary>A text of any type.</summary>
    IMockResponseBuilder WithContent(string value, string contentType, Encoding? encoding);

    /// <summary>Bytes of any type; a stream serves one answer.</summary>
    IMockResponseBuilder WithContent(Stream stream, string contentType);

    /// <summary>An embedded resource of any type.</summary>
    IMockResponseBuilder WithContent(string resourceName, Assembly containingAssembly, string contentType);

    /// <summary>JSON; a stream serves one answer.</summary>
    IMockResponseBuilder WithContentAsJson(Stream jsonStream);

    /// <summary>JSON.</summary>
    IMockResponseBuilder WithContentAsJson(string jsonString);

    /// <summary>JSON of an object.</summary>
    IMockResponseBuilder WithContentAsJson(object body);

    /// <summary>JSON of an embedded resource.</summary>
    IMockResponseBuilder WithContentAsJson(string resourceName, Assembly containingAssembly);

    /// <summary>Text.</summary>
    IMockResponseBuilder WithContentAsPlainText(string value);

    /// <summary>Text; a stream serves one answer.</summary>
    IMockResponseBuilder WithContentAsPlainText(Stream stream);

    /// <summary>Text of an embedded resource.</summary>
    IMockResponseBuilder WithContentAsPlainText(string resourceName, Assembly containingAssembly);

    /// <summary>The mock breaks down: the call gets 500 without content.</summary>
    IMockResponseBuilder ThrowsException(Exception exceptionToThrow);
}
