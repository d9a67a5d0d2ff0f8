using IrenPortal.Data.Newsroom;

namespace IrenPortal.Tests.Newsroom;

public sealed class DocumentTransitionTests
{
    private const string Table = """
        Draft: Revise>Draft Submit>InReview Schedule>Scheduled BeginRelease>Releasing Cancel>Cancelled GiveUpCorrection>Released/ReleasedAlone/Withdrawn Adopt>Released/ReleasedAlone/Withdrawn
        InReview: Revise>Draft SendBack>Draft Approve>Approved Schedule>Scheduled BeginRelease>Releasing Cancel>Cancelled GiveUpCorrection>Released/ReleasedAlone/Withdrawn Adopt>Released/ReleasedAlone/Withdrawn
        Scheduled: Revise>Draft SendBack>Draft BeginRelease>Releasing Cancel>Cancelled GiveUpCorrection>Released/ReleasedAlone/Withdrawn Adopt>Released/ReleasedAlone/Withdrawn
        Releasing: FinishRelease>Released/ReleasedAlone/Withdrawn AbortRelease>Draft Adopt>Released/ReleasedAlone/Withdrawn
        Released: Revise>Draft Adopt>Released/ReleasedAlone/Withdrawn
        Cancelled: Adopt>Released/ReleasedAlone/Withdrawn
        Approved: Revise>Draft SendBack>Draft BeginRelease>Releasing Cancel>Cancelled GiveUpCorrection>Released/ReleasedAlone/Withdrawn Adopt>Released/ReleasedAlone/Withdrawn
        ReleasedAlone: Revise>Draft SignOff>Released Adopt>Released/ReleasedAlone/Withdrawn
        Withdrawn: Revise>Draft Adopt>Released/ReleasedAlone/Withdrawn
        """;

    [Fact]
    public void Every_state_and_move_lead_where_the_table_says_and_nowhere_else()
    {
        var states = Enum.GetValues<DocumentState>();
        var lines = states.Select(from => $"{from}: " + string.Join(' ', Enum.GetValues<DocumentMove>()
            .Where(move => DocumentTransitions.Allows(from, move))
            .Select(move => $"{move}>{string.Join('/', states.Where(to => DocumentTransitions.Allows(from, move, to)).OrderBy(to => to.ToString(), StringComparer.Ordinal))}")));

        string.Join('\n', lines).ShouldBe(Table.ReplaceLineEndings("\n"));
    }
}
