using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Execution;

/// <summary>One action that waits for a call. The call may come before the answer to the subscription; whatever comes is stored before anybody is told.</summary>
internal sealed class WaitingAction(ActionContext context, Action forget) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly Parking parking = new(context.Run.Services.Activity);

    /// <summary>Adds to the action's state.</summary>
    public async Task SaveAsync(string name, JObject value)
    {
        await one.WaitAsync(CancellationToken.None);
        try
        {
            var state = (JObject?)context.State?.DeepClone() ?? [];
            state[name] ??= value;
            await context.SaveStateAsync(state);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Stores the call and lets the action go on; a second call changes nothing.</summary>
    public async Task AnswerAsync(JObject call)
    {
        await SaveAsync("answer", call);
        parking.Release();
    }

    /// <summary>Ends when the call is there; the wait is not work.</summary>
    public Task AnsweredAsync(CancellationToken cancellation) => context.State?["answer"] is null ? parking.WaitAsync(cancellation) : Task.CompletedTask;

    public void Dispose()
    {
        forget();
        one.Dispose();
    }
}
