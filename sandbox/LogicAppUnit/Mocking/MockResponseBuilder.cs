using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using LogicAppUnit.Helper;

namespace LogicAppUnit.Mocking;

/// <summary>What a mock answers. Start with <see cref="Create"/>.</summary>
public class MockResponseBuilder : IMockResponseBuilder
{
    private readonly Dictionary<string, string> headers = new(StringComparer.Ordinal);
    private HttpStatusCode status = HttpStatusCode.OK;
    private Func<HttpContent?> content = () => null;
    private Func<TimeSpan>? delay;
    private Exception? exception;

    private MockResponseBuilder()
    {
    }

    /// <summary>200 without content.</summary>
    public static IMockResponseBuilder Create() => new MockResponseBuilder();

    /// <inheritdoc/>
    public IMockResponseBuilder WithSuccess() => WithStatusCode(HttpStatusCode.OK);

    /// <inheritdoc/>
    public IMockResponseBuilder WithAccepted() => WithStatusCode(HttpStatusCode.Accepted);

    /// <inheritdoc/>
    public IMockResponseBuilder WithNoContent()
    {
        content = () => null;
        return WithStatusCode(HttpStatusCode.NoContent);
    }

    /// <inheritdoc/>
    public IMockResponseBuilder WithUnauthorized() => WithStatusCode(HttpStatusCode.Unauthorized);

    /// <inheritdoc/>
    public IMockResponseBuilder WithNotFound() => WithStatusCode(HttpStatusCode.NotFound);

    /// <inheritdoc/>
    public IMockResponseBuilder WithInternalServerError() => WithStatusCode(HttpStatusCode.InternalServerError);

    /// <inheritdoc/>
    public IMockResponseBuilder WithStatusCode(HttpStatusCode statusCode)
    {
        status = statusCode;
        return this;
    }

    /// <inheritdoc/>
    public IMockResponseBuilder WithHeader(string name, string value)
    {
        if (string.IsNullOrEmpty(name) || string.IsNullOrEmpty(value))
        {
            throw new ArgumentNullException(string.IsNullOrEmpty(name) ? nameof(name) : nameof(value));
        }

        headers[name] = value;
        return this;
    }

    /// <inheritdoc/>
    public IMockResponseBuilder AfterDelay(int secondsDelay) => After(() => TimeSpan.FromSeconds(secondsDelay));

    /// <inheritdoc/>
    public IMockResponseBuilder AfterDelay(TimeSpan delay) => After(() => delay);

    /// <inheritdoc/>
    public IMockResponseBuilder AfterDelay(int secondsMin, int secondsMax) => secondsMin < secondsMax
        ? After(() => TimeSpan.FromSeconds(RandomNumberGenerator.GetInt32(secondsMin, secondsMax)))
        : throw new ArgumentException("The longest delay must be longer than the shortest.", nameof(secondsMin));

    /// <inheritdoc/>
    public IMockResponseBuilder AfterDelay(TimeSpan min, TimeSpan max) => min < max
        ? After(() => TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32((int)min.TotalMilliseconds, (int)max.TotalMilliseconds)))
        : throw new ArgumentException("The longest delay must be longer than the shortest.", nameof(min));

    /// <inheritdoc/>
    public IMockResponseBuilder WithContent(Func<HttpContent> content)
    {
        ArgumentNullException.ThrowIfNull(content);
        this.content = content;
        return this;
    }

    /// <inheritdoc/>
    public IMockResponseBuilder WithContent(string value, string contentType, Encoding? encoding = null) =>
        WithContent(() => ContentHelper.CreateStringContent(value, contentType, encoding));

    /// <inheritdoc/>
    public IMockResponseBuilder WithContent(Stream stream, string contentType) => WithContent(() => ContentHelper.CreateStreamContent(stream, contentType));

    /// <inheritdoc/>
    public IMockResponseBuilder WithContent(string resourceName, Assembly containingAssembly, string contentType) =>
        WithContent(() => ContentHelper.CreateStreamContent(ResourceHelper.GetAssemblyResourceAsStream(resourceName, containingAssembly), contentType));

    /// <inheritdoc/>
    public IMockResponseBuilder WithContentAsJson(Stream jsonStream) => WithContent(() => ContentHelper.CreateJsonStreamContent(jsonStream));

    /// <inheritdoc/>
    public IMockResponseBuilder WithContentAsJson(string jsonString) => WithContent(() => ContentHelper.CreateJsonStringContent(jsonString));

    /// <inheritdoc/>
    public IMockResponseBuilder WithContentAsJson(object body) => WithContent(() => ContentHelper.CreateJsonStringContent(body));

    /// <inheritdoc/>
    public IMockResponseBuilder WithContentAsJson(string resourceName, Assembly containingAssembly) =>
        WithContent(() => ContentHelper.CreateJsonStreamContent(ResourceHelper.GetAssemblyResourceAsStream(resourceName, containingAssembly)));

    /// <inheritdoc/>
    public IMockResponseBuilder WithContentAsPlainText(string value) => WithContent(() => ContentHelper.CreatePlainStringContent(value));

    /// <inheritdoc/>
    public IMockResponseBuilder WithContentAsPlainText(Stream stream) => WithContent(() => ContentHelper.CreatePlainStreamContent(stream));

    /// <inheritdoc/>
    public IMockResponseBuilder WithContentAsPlainText(string resourceName, Assembly containingAssembly) =>
        WithContent(() => ContentHelper.CreatePlainStreamContent(ResourceHelper.GetAssemblyResourceAsStream(resourceName, containingAssembly)));

    /// <inheritdoc/>
    public IMockResponseBuilder ThrowsException(Exception exceptionToThrow)
    {
        ArgumentNullException.ThrowIfNull(exceptionToThrow);
        exception = exceptionToThrow;
        return this;
    }

    /// <summary>How long this answer takes.</summary>
    internal TimeSpan NextDelay() => delay?.Invoke() ?? TimeSpan.Zero;

    internal HttpResponseMessage Build(HttpRequestMessage request)
    {
        if (exception is not null)
        {
            throw exception;
        }

        var response = new HttpResponseMessage(status) { RequestMessage = request, Content = content() };
        foreach (var (name, value) in headers)
        {
            response.Headers.Add(name, value);
        }

        return response;
    }

    private MockResponseBuilder After(Func<TimeSpan> delay)
    {
        this.delay = delay;
        return this;
    }
}
