using IrenPortal.Newsroom.Drafting;

namespace IrenPortal.Newsroom.Comments;

/// <summary>Why a comment was not taken.</summary>
/// <param name="FieldId">The id of the field that it is said beside, one of <see cref="RefusedWords"/>.</param>
/// <param name="Sentence">What is wrong and what to do instead.</param>
public sealed record CommentFault(string FieldId, string Sentence);
