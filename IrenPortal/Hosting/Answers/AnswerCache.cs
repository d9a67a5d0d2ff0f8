using System.Collections.Concurrent;

namespace IrenPortal.Hosting.Answers;

/// <summary>
/// Finished answers by address. It belongs to one moment of the site and is thrown away with it, so nothing in it is ever
/// stale; one making at a time for each address.
/// </summary>
public sealed class AnswerCache
{
    private const long MostBytes = 64 * 1024 * 1024;
    private const int BytesBeside = 1024;
    private readonly ConcurrentDictionary<string, Lazy<Task<Answer?>>> _answers = new(StringComparer.Ordinal);
    private long _bytes;

    /// <summary>The answer at an address, made on first use; null, which is not kept, where nothing is there.</summary>
    /// <param name="address">Path and normalised query.</param>
    /// <param name="make">Makes the answer; not bound to the request that asks first.</param>
    public async Task<Answer?> GetAsync(string address, Func<Task<Answer?>> make)
    {
        if (_answers.TryGetValue(address, out var known))
        {
            return await known.Value;
        }

        var mine = new Lazy<Task<Answer?>>(make);
        var making = _answers.GetOrAdd(address, mine);
        Answer? answer = null;
        try
        {
            return answer = await making.Value;
        }
        finally
        {
            if (ReferenceEquals(making, mine))
            {
                KeepOrForget(address, mine, answer);
            }
        }
    }

    private void KeepOrForget(string address, Lazy<Task<Answer?>> making, Answer? answer)
    {
        if (answer is null)
        {
            _answers.TryRemove(new(address, making));
        }
        else if (Interlocked.Add(ref _bytes, (2L * answer.Body.Length) + BytesBeside) > MostBytes)
        {
            // Whoever asks for thousands of addresses costs a new rendering, never memory.
            _answers.Clear();
            Interlocked.Exchange(ref _bytes, 0);
        }
    }
}
