using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using Microsoft.AspNetCore.Identity;
using NodaTime;
using Npgsql;

namespace IrenPortal.Identity.Accounts;

/// <summary>
/// Runs each command on accounts in a transaction of its own that no other can disturb: two administrators who demote
/// each other at the same moment must not both succeed.
/// </summary>
public sealed class AccountTransactions(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private const int Attempts = 4;
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Carries out <paramref name="act"/>; only what is done is committed.</summary>
    internal async Task<AccountResult<T>> RunAsync<T>(Func<AccountWork, Task<AccountResult<T>>> act, CancellationToken cancel)
        where T : class
    {
        await _one.WaitAsync(cancel);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await RunOnceAsync(act, cancel);
                }
                catch (Exception clash) when (attempt < Attempts && IsClash(clash))
                {
                    // Another process committed in between; the command starts again from what is there now.
                }
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    private async Task<AccountResult<T>> RunOnceAsync<T>(Func<AccountWork, Task<AccountResult<T>>> act, CancellationToken cancel)
        where T : class
    {
        await using var scope = scopes.CreateAsyncScope();
        var newsroom = scope.ServiceProvider.GetRequiredService<NewsroomDbContext>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);

        // Taken before anything is read, so that what it goes by is what every earlier command left; a serializable
        // transaction would go on reading, and linking its audit entry to, what was there before it waited.
        await AuditChain.LockAsync(newsroom, cancel);
        var result = await act(new AccountWork(newsroom, users, Instant.FromDateTimeOffset(clock.GetUtcNow()).ToMilliseconds()));
        if (result.Done)
        {
            await newsroom.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return result;
    }

    private static bool IsClash(Exception fault) =>
        (fault as PostgresException ?? fault.InnerException as PostgresException ?? fault.InnerException?.InnerException as PostgresException)
            ?.SqlState is PostgresErrorCodes.DeadlockDetected;
}
