using IrenPortal.Data.Newsroom;
using NodaTime;

namespace IrenPortal.Newsroom.Scheduling;

/// <summary>In the last ten minutes before a release its text, files and time stay as they are; only cancelling it is possible, to the last moment.</summary>
public static class ReleaseLock
{
    /// <summary>How long before the release the lock closes.</summary>
    public static readonly Duration Length = Duration.FromMinutes(10);

    /// <summary>What people are told.</summary>
    public const string Sentence = "It is released in less than ten minutes: text, files and time are locked. It can only be cancelled now.";

    /// <summary>Whether a document is locked at an instant.</summary>
    public static bool Holds(NewsroomDocument document, Instant now) => Holds(document.State, document.ReleaseAt, now);

    /// <summary>Whether a document that stands so is locked at an instant.</summary>
    public static bool Holds(DocumentState state, Instant? releaseAt, Instant now) => state is DocumentState.Scheduled && releaseAt - now <= Length;
}
