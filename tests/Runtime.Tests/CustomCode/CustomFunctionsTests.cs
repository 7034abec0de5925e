using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests.CustomCode;

public sealed class CustomFunctionsTests : IDisposable
{
    private const string Code = """
        namespace Contoso;
        public class Functions
        {
            private readonly ILogger _log;
            public Functions(ILoggerFactory loggers) => _log = loggers.CreateLogger<Functions>();
            public Task<Weather> Forecast(int zipCode, string scale, bool wet, double factor, Place place, string note = "none") =>
                Task.FromResult(new Weather { ZipCode = zipCode, Text = FormattableString.Invariant($"{scale} {wet} {factor} {place?.City} {note}") });
            public async Task Nothing(CancellationToken stop) { await Task.Yield(); }
            public int Setting(string name) => int.Parse(Environment.GetEnvironmentVariable(name));
            public string Fails(string what) => throw new InvalidOperationException("secret of " + what);
            public DateTime? When(DateTime? at) => at;
            public void Blocks() => new ManualResetEvent(false).WaitOne();
        }
        public class Weather { public int ZipCode { get; set; } public string Text { get; set; } }
        public class Place { public string City { get; set; } }
        """;

    private readonly FunctionProject _project = new FunctionProject().Assembly(Code);

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Invoke_AllKindsOfParameters_KeepsTheCasingOfTheResult()
    {
        var (body, error) = await InvokeAsync("Forecast", """{"zipCode":85396,"scale":"C","wet":true,"factor":1.5,"place":{"city":"Delft"},"further":1}""");

        Assert.Null(error);
        Assert.Equal("""{"ZipCode":85396,"Text":"C True 1.5 Delft none"}""", body!.ToString(Formatting.None));
    }

    [Theory]
    [InlineData("Nothing", "{}", "null")]
    [InlineData("When", """{"at":null}""", "null")]
    public async Task Invoke_NoResult_IsJsonNull(string function, string parameters, string expected) =>
        Assert.Equal(expected, (await InvokeAsync(function, parameters)).Body!.ToString(Formatting.None));

    [Theory]
    [InlineData("""{"scale":"C"}""", "The function 'Forecast' needs the parameter 'zipCode', which the action does not pass.")]
    [InlineData("""{"ZipCode":1}""", "The function 'Forecast' needs the parameter 'zipCode', which the action does not pass.")]
    [InlineData("""{"zipCode":"abc"}""", "The parameter 'zipCode' of the function 'Forecast' must be of type Int32; the action passes a value of type String.")]
    [InlineData("""{"zipCode":null}""", "The parameter 'zipCode' of the function 'Forecast' cannot be null.")]
    [InlineData("""{"zipCode":1,"scale":{}}""", "The parameter 'scale' of the function 'Forecast' must be of type String; the action passes a value of type Object.")]
    public async Task Invoke_ParametersThatDoNotFit_SaysWhichOne(string parameters, string error) =>
        Assert.Equal(error, (await InvokeAsync("Forecast", parameters)).Error);

    [Fact]
    public async Task Invoke_FunctionThrows_SaysNothingOfTheException() =>
        Assert.Equal("The function 'Fails' failed to execute. Please verify function code is valid.", (await InvokeAsync("Fails", """{"what":"x"}""")).Error);

    [Fact]
    public async Task Invoke_UnknownName_SaysSo()
    {
        var functions = _project.Function("Forecast", "Contoso.Functions.Forecast").Load();

        Assert.True(functions.Exists("Forecast"));
        Assert.False(functions.Exists("forecast"));
        Assert.Equal("The function 'forecast' does not exist.", (await functions.InvokeAsync("forecast", [], default)).Error);
    }

    [Fact]
    public async Task Load_AppSettings_ReachTheFunctionUnlessTheProcessHasThem()
    {
        const string Mine = "B2B_TEST_SETTING_A", Theirs = "B2B_TEST_SETTING_B";
        Environment.SetEnvironmentVariable(Theirs, "1");
        var functions = _project.Function("Setting", "Contoso.Functions.Setting").Load(new() { [Mine] = "2", [Theirs] = "3" });

        Assert.Equal(2, (int?)(await functions.InvokeAsync("Setting", new JObject { ["name"] = Mine }, default)).Body);
        Assert.Equal(1, (int?)(await functions.InvokeAsync("Setting", new JObject { ["name"] = Theirs }, default)).Body);

        _project.Load(new() { [Mine] = "4" });
        Assert.Equal(4, (int?)(await functions.InvokeAsync("Setting", new JObject { ["name"] = Mine }, default)).Body);
    }

    [Fact]
    public async Task Invoke_CallerGivesUp_ThrowsWhileTheFunctionBlocks()
    {
        using var stop = new CancellationTokenSource();
        var running = _project.Function("Blocks", "Contoso.Functions.Blocks").Load().InvokeAsync("Blocks", [], stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public void Parameters_KnownFunction_AreThoseAnActionPasses() =>
        Assert.Equal(["zipCode", "scale", "wet", "factor", "place", "note"], _project.Function("F", "Contoso.Functions.Forecast").Load().Parameters("F"));

    private async Task<(JToken? Body, string? Error)> InvokeAsync(string function, string parameters)
    {
        var functions = _project.Function(function, "Contoso.Functions." + function).Load();
        Assert.Empty(_project.Problems);
        var result = await functions.InvokeAsync(function, JObject.Parse(parameters), default);
        return (result.Body, result.Error);
    }
}
