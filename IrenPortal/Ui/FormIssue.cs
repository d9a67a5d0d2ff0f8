namespace IrenPortal.Ui;

/// <summary>Something in a form that a person can put right.</summary>
/// <param name="FieldId">The id of its field, such as <c>field-headline</c>; null where it is the whole form's.</param>
/// <param name="Sentence">What is wrong and what to write instead.</param>
public sealed record FormIssue(string? FieldId, string Sentence);
