namespace IrenPortal.Identity.Passwords;

/// <summary>
/// Passwords are hashed one at a time, so that sign-ins cannot take the processor from readers: one hash costs about 40 ms.
/// </summary>
/// <param name="places">How many may wait for their turn or have it.</param>
public sealed class HashingQueue(int places) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private int _present;

    /// <summary>Waits for a turn, which ends with its disposal; null at once when every place is taken.</summary>
    public async Task<IDisposable?> TryEnterAsync(CancellationToken cancel)
    {
        if (Interlocked.Increment(ref _present) > places)
        {
            Interlocked.Decrement(ref _present);
            return null;
        }

        try
        {
            await _turn.WaitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Decrement(ref _present);
            throw;
        }

        return new Turn(this);
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    private sealed class Turn(HashingQueue queue) : IDisposable
    {
        private int _ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0)
            {
                Interlocked.Decrement(ref queue._present);
                queue._turn.Release();
            }
        }
    }
}
