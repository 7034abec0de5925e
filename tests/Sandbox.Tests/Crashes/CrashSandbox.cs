using B2BConnector.Host;
using B2BConnector.Host.Demo;
using B2BConnector.Host.Services;
using B2BConnector.Runtime;
using B2BConnector.Sandbox.Tests.Simulation;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Crashes;

/// <summary>
/// A sandbox in which one service dies wherever the recipes say and is started again on its files, for one story after another. The other
/// services live on.
/// </summary>
internal sealed class CrashSandbox(SandboxServices victim, CrashPlan plan, CrashVariant variant, int number)
{
    /// <summary>Stores grow with every story; then a new sandbox is faster.</summary>
    private const int MostStories = 40;

    private readonly VirtualTime _time = new();
    private readonly CrashFaults _faults = new();
    private readonly CrashGate _gate = new(plan);
    private readonly Random _random = new(number);

    private WorkflowProject? _project;
    private int _starts;

    /// <summary>Plays the recipe and then others of the same kind.</summary>
    public async Task PlayAsync(CrashRecipe first)
    {
        using var folder = new TemporaryFolder();
        await _time.RunAsync(async () =>
        {
            var options = Options(folder);
            await using var emulators = await SandboxApp.StartAsync(options, SandboxServices.Commerce | SandboxServices.Dataverse);
            // The same in each life, and nobody takes them in between.
            (options.ConnectorPort, options.RuntimePort) = (LoopbackPort.Require(0, "connector", nameof(options.ConnectorPort)), LoopbackPort.Require(0, "runtime", nameof(options.RuntimePort)));
            if (first.Story.IsFirstStart)
            {
                _gate.Begin(first);
            }

            var connector = await StartAsync(options, SandboxServices.Connector);
            var runtime = await StartAsync(options, SandboxServices.Runtime);
            var living = victim == SandboxServices.Runtime ? runtime : connector;
            var lives = _time.StartAsync(async () => living = await LiveAsync(living, options));
            using (var systems = new DemoSystems(runtime.Addresses, emulators.Secrets.ConnectorKey))
            using (var api = new HttpClient { BaseAddress = runtime.Addresses.Connector, DefaultRequestHeaders = { { "X-Api-Key", emulators.Secrets.ConnectorKey } } })
            {
                using var over = new CancellationTokenSource();
                var round = new CrashRound(systems, api, _time, _faults, emulators.MailFolder);
                var jobs = _time.StartAsync(() => _time.EveryAsync(TimeSpan.FromMinutes(1), round.RunJobsAsync, over.Token));
                if (!first.Story.IsFirstStart)
                {
                    await round.QuietAsync([], CancellationToken.None); // what happens at a first start is no part of another story
                }

                var office = _time.StartAsync(() => _time.EveryAsync(TimeSpan.FromMinutes(10), round.RepairAsync, over.Token));
                await PlayAllAsync(first, round);
                _gate.NoMoreStories();
                await over.CancelAsync();
                await _time.StandAsideAsync(Task.WhenAll(lives, jobs, office));
            }

            await (victim == SandboxServices.Runtime ? living : runtime).DisposeAsync();
            await (victim == SandboxServices.Connector ? living : connector).DisposeAsync();
        });
    }

    private async Task PlayAllAsync(CrashRecipe first, CrashRound round)
    {
        var recipe = first;
        for (var i = 0; recipe is not null && i < MostStories; i++)
        {
            if (!recipe.Story.IsFirstStart)
            {
                _gate.Begin(recipe);
            }

            var problems = await round.PlayAsync(recipe.Story, recipe.Story.Make((number * MostStories) + i));
            _gate.End();
            plan.Over(recipe, _gate.Deaths, problems);
            if (problems.Count > 0)
            {
                return; // what went wrong must not be blamed on the next story
            }

            recipe = i + 1 < MostStories ? plan.Next(variant, first: false) : null;
        }
    }

    private async Task<SandboxApp> LiveAsync(SandboxApp living, SandboxOptions options)
    {
        while (true)
        {
            var died = _gate.Died;
            await _time.StandAsideAsync(died);
            if (!await died)
            {
                return living;
            }

            await living.CrashAsync();
            _time.Forget(victim == SandboxServices.Runtime ? "runtime" : "connector");
            await _time.WaitAsync(TimeSpan.FromSeconds(_random.Next(60)));
            _gate.Restarted();
            living = await StartAsync(options, victim);
        }
    }

    private async Task<SandboxApp> StartAsync(SandboxOptions options, SandboxServices service)
    {
        while (true)
        {
            // Ids of an earlier life must not come again.
            options.Seed = unchecked((number * 1000) + ++_starts);
            try
            {
                return await SandboxApp.StartAsync(options, service);
            }
            catch (Exception) when (_gate.IsDead)
            {
                // It died while it started.
                await _time.WaitAsync(TimeSpan.FromSeconds(10));
                _gate.Restarted();
            }
        }
    }

    private SandboxOptions Options(TemporaryFolder folder)
    {
        var workflows = folder.CopyOfWorkflows();
        variant.ChangeParameters(workflows);
        var options = VirtualSandbox.Options(_time, number);
        options.Workflows = workflows;
        options.Data = Path.Combine(folder.Path, "data");
        _faults.Install(options.Hooks);
        variant.Change?.Invoke(options.Hooks);

        // Compiling is what takes long in a start, and no run is in it.
        options.Hooks.Project = load => _project ??= load();
        if (victim == SandboxServices.Runtime)
        {
            options.Hooks.RuntimeStore = _gate;
            options.Hooks.RuntimeHttp = () => new GateHandler(_gate, GateHandler.NameOfAction) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = true } };
        }
        else
        {
            options.Hooks.Connector += builder => ConnectorUnderCrashes.Watch(builder, _gate, plan);
        }

        return options;
    }
}
