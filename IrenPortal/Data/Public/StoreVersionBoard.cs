namespace IrenPortal.Data.Public;

/// <summary>
/// The newest store version that this process knows of. The gate announces its own commits here, the watcher what other
/// processes committed; cache keys and health read it.
/// </summary>
public sealed class StoreVersionBoard
{
    private long _current = -1;
    private long _replacements;
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>The ledger's last number; -1 until the store has been read once.</summary>
    public long Current => Interlocked.Read(ref _current);

    /// <summary>Goes up when another store is put in the place of the one before.</summary>
    public long Replacements => Interlocked.Read(ref _replacements);

    /// <summary>True once the store has been read.</summary>
    public bool IsKnown => Current >= 0;

    /// <summary>Ends with the next change. Take it before reading the version: a change in between would never be heard of.</summary>
    public Task Changed => Volatile.Read(ref _changed).Task;

    /// <summary>Takes a version that was read or committed; an older one is ignored.</summary>
    public void Announce(long version)
    {
        var known = Current;
        while (version > known)
        {
            var seen = Interlocked.CompareExchange(ref _current, version, known);
            if (seen == known)
            {
                Signal();
                return;
            }

            known = seen;
        }
    }

    /// <summary>Takes what the store says, even when it is older or the same: another store was put in its place.</summary>
    public void Reset(long version)
    {
        Interlocked.Increment(ref _replacements);
        Interlocked.Exchange(ref _current, version);
        Signal();
    }

    // Who waits goes on elsewhere: the gate's thread has the next release to do.
    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Signal() => Interlocked.Exchange(ref _changed, NewSignal()).SetResult();
}
