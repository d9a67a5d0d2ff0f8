using IrenPortal.Data.Newsroom;

namespace IrenPortal.Newsroom.Help;

/// <summary>What each state means to who works on a document; the names and marks are those of every list.</summary>
internal static class StateHelp
{
    /// <summary>A sentence on a state.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The state is not explained yet.</exception>
    public static string Of(DocumentState state) => state switch
    {
        DocumentState.Draft => "It is being written. Readers have nothing of it, or, of a correction, the text before.",
        DocumentState.InReview => "A second person reads it. Editing it again takes it back.",
        DocumentState.Approved => "A second person has said yes and it names no time: somebody presses “Publish now”.",
        DocumentState.Scheduled => "It is approved and goes out by itself at its time.",
        DocumentState.Releasing => "It is on its way to readers, for a moment.",
        DocumentState.Released => "Readers have it.",
        DocumentState.ReleasedAlone => "Readers have it, and one person alone released it: somebody who wrote no part of it signs it off later.",
        DocumentState.Withdrawn => "Readers find a notice with the reason; the text before stays readable at its version.",
        DocumentState.Cancelled => "It was given up before readers had it. Its saves stay on record; its text can be duplicated.",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "This state is not explained."),
    };
}
