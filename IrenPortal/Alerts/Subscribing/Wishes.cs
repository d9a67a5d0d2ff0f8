using IrenPortal.Data.Alerts;

namespace IrenPortal.Alerts.Subscribing;

/// <summary>What somebody wants to get.</summary>
/// <param name="Rhythm">How often.</param>
/// <param name="CategoryKeys">Folded names of categories; empty for all.</param>
public sealed record Wishes(AlertRhythm Rhythm, IReadOnlyList<string> CategoryKeys)
{
    /// <summary>What a subscriber wants.</summary>
    public static Wishes Of(Subscriber subscriber) => new(subscriber.Rhythm, subscriber.Categories.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>As it is stored.</summary>
    public string Categories => string.Join('\n', CategoryKeys);
}
