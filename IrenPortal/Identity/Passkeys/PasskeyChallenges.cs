using System.Collections.Concurrent;
using IrenPortal.Identity.Accounts;
using NodaTime;

namespace IrenPortal.Identity.Passkeys;

/// <summary>What a challenge was made for; its answer counts for nothing else.</summary>
/// <param name="Act">For example <c>sign-in</c> or <c>touch</c>.</param>
/// <param name="UserId">Whose answer it must be; empty where that is to be found out.</param>
/// <param name="Purpose">What exactly is agreed to; empty where the act says it.</param>
internal sealed record ChallengeFor(string Act, string UserId = "", string Purpose = "");

/// <summary>Challenges that wait for a passkey's answer: each for two minutes and one answer, right or wrong. Kept in memory.</summary>
public sealed class PasskeyChallenges(TimeProvider clock)
{
    private const int Most = 10_000;
    private static readonly Duration Life = Duration.FromMinutes(2);
    private readonly ConcurrentDictionary<string, Waiting> _waiting = new(StringComparer.Ordinal);

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>Keeps a challenge and returns the ticket that its answer brings back; null when far too many are waiting.</summary>
    internal string? Keep(ChallengeFor what, string state)
    {
        if (_waiting.Count >= Most / 2)
        {
            foreach (var (old, waiting) in _waiting)
            {
                if (waiting.Ends <= Now)
                {
                    _waiting.TryRemove(old, out _);
                }
            }
        }

        if (_waiting.Count >= Most)
        {
            return null;
        }

        var ticket = OneTimeToken.Create();
        _waiting[ticket] = new Waiting(what, state, Now + Life);
        return ticket;
    }

    /// <summary>Takes a challenge away; its state, or null where it is over or was made for something else.</summary>
    internal string? Take(string? ticket, ChallengeFor what) =>
        _waiting.TryRemove(ticket ?? "", out var waiting) && waiting.For == what && waiting.Ends > Now ? waiting.State : null;

    private sealed record Waiting(ChallengeFor For, string State, Instant Ends);
}
