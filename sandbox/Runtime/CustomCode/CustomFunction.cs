using System.Reflection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.CustomCode;

/// <summary>One function, ready to be called. A new object of its class serves each call, as the real worker does.</summary>
internal sealed class CustomFunction(string name, ConstructorInfo constructor, MethodInfo method, ILoggerFactory loggers)
{
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings { DateParseHandling = DateParseHandling.None });

    public string Name => name;

    public IReadOnlyList<string> Parameters { get; } = [.. method.GetParameters().Where(p => p.ParameterType != typeof(CancellationToken)).Select(p => p.Name!)];

    /// <exception cref="FunctionArgumentException">A parameter is missing or does not fit.</exception>
    public object?[] Bind(JObject parameters, CancellationToken ct) =>
        [.. method.GetParameters().Select(parameter => Value(parameter, parameters, ct))];

    public async Task<JToken> CallAsync(object?[] arguments)
    {
        var instance = method.IsStatic ? null : constructor.Invoke(
            BindingFlags.DoNotWrapExceptions, null, constructor.GetParameters().Length == 0 ? [] : [loggers], null);
        var returned = method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        if (returned is Task task)
        {
            await task.ConfigureAwait(false);
            returned = method.ReturnType.IsGenericType ? method.ReturnType.GetProperty("Result")!.GetValue(task) : null;
        }

        return returned is null ? JValue.CreateNull() : JToken.FromObject(returned, Serializer);
    }

    private object? Value(ParameterInfo parameter, JObject parameters, CancellationToken ct)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return ct;
        }

        // Exact casing: the real host finds nothing under another one.
        if (!parameters.TryGetValue(parameter.Name!, StringComparison.Ordinal, out var value))
        {
            return parameter.HasDefaultValue
                ? parameter.DefaultValue
                : throw new FunctionArgumentException($"The function '{name}' needs the parameter '{parameter.Name}', which the action does not pass.");
        }

        try
        {
            return value.Type == JTokenType.Null && !IsNullable(parameter.ParameterType)
                ? throw new FunctionArgumentException($"The parameter '{parameter.Name}' of the function '{name}' cannot be null.")
                : value.ToObject(parameter.ParameterType, Serializer);
        }
        catch (Exception mismatch) when (mismatch is JsonException or FormatException or InvalidCastException or OverflowException or ArgumentException)
        {
            throw new FunctionArgumentException(
                $"The parameter '{parameter.Name}' of the function '{name}' must be of type {parameter.ParameterType.Name}; the action passes a value of type {value.Type}.");
        }
    }

    private static bool IsNullable(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
}
