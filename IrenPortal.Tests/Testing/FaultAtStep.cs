using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IrenPortal.Tests.Testing;

/// <summary>The process is gone: nothing of the portal may catch this and go on.</summary>
public sealed class SimulatedCrashException(string step) : Exception(step);

/// <summary>
/// Counts the steps of everything that writes (before and after each database command, before and after each commit) on
/// the armed flow of execution and raises a crash at one of them; from then on every further step fails too, as in a dead process.
/// </summary>
public sealed class FaultAtStep
{
    private readonly AsyncLocal<Run?> _run = new();

    /// <summary>The interceptors to hand to the portal.</summary>
    public IReadOnlyList<IInterceptor> Interceptors => [new Commands(this), new Transactions(this)];

    /// <summary>Runs an action on a process that dies at a step; <paramref name="step"/> 0 never dies.</summary>
    /// <returns>The steps that were passed, by name; the last one is where it died.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(int step, Func<Task> action)
    {
        var run = new Run(step);
        _run.Value = run;
        try
        {
            await action();
        }
        catch (Exception) when (run.Dead)
        {
            // The crash itself, or what it led to on the way out.
        }
        finally
        {
            _run.Value = null;
        }

        return run.Steps;
    }

    private void Pass(string step) => _run.Value?.Pass(step);

    private sealed class Run(int fatal)
    {
        public List<string> Steps { get; } = [];

        public bool Dead { get; private set; }

        public void Pass(string step)
        {
            if (!Dead)
            {
                Steps.Add(step);
                Dead = Steps.Count == fatal;
            }

            if (Dead)
            {
                throw new SimulatedCrashException(step);
            }
        }
    }

    private static string Name(DbCommand command) => command.CommandText.Trim().Split('\n')[0] is { Length: > 60 } text ? text[..60] : command.CommandText.Trim();

    private sealed class Commands(FaultAtStep fault) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            fault.Pass($"before {Name(command)}");
            return new(result);
        }

        public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            fault.Pass($"after {Name(command)}");
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            fault.Pass($"before {Name(command)}");
            return new(result);
        }

        public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            fault.Pass($"after {Name(command)}");
            return new(result);
        }
    }

    private sealed class Transactions(FaultAtStep fault) : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            fault.Pass($"before commit of {eventData.Context?.GetType().Name}");
            return new(result);
        }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            fault.Pass($"after commit of {eventData.Context?.GetType().Name}");
            return Task.CompletedTask;
        }
    }
}
