namespace IrenPortal.Ui;

/// <summary>One figure of a row of key facts.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Figure">The figure or the few words, "About" included where the source says about.</param>
/// <param name="Note">What a reader must know beside it, or null.</param>
/// <param name="Derivation">How this site computed it, where it did: the figure is then marked as derived; else null.</param>
/// <param name="Reported">True where it is known from reports alone.</param>
public sealed record KeyFact(string Label, string Figure, string? Note = null, string? Derivation = null, bool Reported = false);
