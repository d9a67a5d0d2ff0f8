using IrenPortal.Data.Public;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Preview;
using IrenPortal.Tests.Content;

namespace IrenPortal.Tests.Newsroom;

public sealed class PreviewTests
{
    [Theory]
    [InlineData(EditionKind.Announcement)]
    [InlineData(EditionKind.Contract)]
    [InlineData(EditionKind.Event)]
    [InlineData(EditionKind.Page)]
    public void An_empty_form_of_every_kind_can_be_shown(EditionKind kind) =>
        ReadableDraft.Of(DraftFields.Empty(kind), Sample.Context).ShouldNotBeNull(string.Join("; ", DraftCheck.Run(DraftFields.Empty(kind), Sample.Context).Issues));
}
