using System.Collections.Immutable;

namespace IrenPortal.Site.Live;

/// <summary>What all streams send from. Immutable; <see cref="Next"/> ends when there is something new to look at.</summary>
public sealed class LiveState(long version, long store, ImmutableArray<LiveEvent> events, bool isOver)
{
    private readonly TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The store version up to which events are known; -1 until the store has been read.</summary>
    public long Version => version;

    /// <summary>Goes up when another store was put in the place of the one before.</summary>
    public long Store => store;

    /// <summary>The newest events, oldest first.</summary>
    public ImmutableArray<LiveEvent> Events => events;

    /// <summary>True once the portal stops.</summary>
    public bool IsOver => isOver;

    /// <summary>Ends with the next event, heartbeat or the portal's end.</summary>
    public Task Next => _next.Task;

    /// <summary>The events that follow a ledger number.</summary>
    public IEnumerable<LiveEvent> After(long number) => Events.Where(e => e.Number > number);

    /// <summary>Lets all who wait look again.</summary>
    internal void Wake() => _next.TrySetResult();
}

/// <summary>The newest events, and the one signal that every stream waits for. In memory; the store has them all.</summary>
public sealed class LiveFeed
{
    /// <summary>How many events a reader who was away gets at most.</summary>
    public const int Most = 100;

    private readonly Lock _turn = new();
    private LiveState _now = new(-1, 0, [], isOver: false);

    /// <summary>What is known now.</summary>
    public LiveState Now => Volatile.Read(ref _now);

    /// <summary>Takes what a newer store version brought, oldest first.</summary>
    public void Add(long version, IReadOnlyList<LiveEvent> events) =>
        Replace(now => new LiveState(version, now.Store, [.. now.Events.Concat(events).TakeLast(Most)], now.IsOver));

    /// <summary>Takes another store; its events are no news.</summary>
    public void Restart(long version, IReadOnlyList<LiveEvent> events) =>
        Replace(now => new LiveState(version, now.Store + 1, [.. events.TakeLast(Most)], now.IsOver));

    /// <summary>Lets every stream say that it is still there.</summary>
    public void Beat() => Replace(now => new LiveState(now.Version, now.Store, now.Events, now.IsOver));

    /// <summary>Ends every stream; the portal could not stop before its last reader left.</summary>
    public void End() => Replace(now => new LiveState(now.Version, now.Store, now.Events, isOver: true));

    private void Replace(Func<LiveState, LiveState> follow)
    {
        LiveState before;
        lock (_turn)
        {
            before = _now;
            Volatile.Write(ref _now, follow(before));
        }

        before.Wake();
    }
}
