using IrenPortal.Ui.Charts;

namespace IrenPortal.Tests.Ui.Charts;

public sealed class BandedPathDrawingTests
{
    private static readonly BandedPath Narrow = Path(0.1, 0.05);
    private static readonly BandedPath Wide = Path(-0.4, 0.3);

    [Fact]
    public void It_reads_at_every_width()
    {
        var drawings = new BandedPathDrawing(-10, 10, [Narrow, Wide]);

        drawings.Make(Narrow, -0.5).ShouldBeReadable(54);
        drawings.Make(Wide, 0).ShouldBeReadable(54);
        drawings.Make(new BandedPath([]), -0.5).ShouldBeReadable(54);
        new BandedPathDrawing(-10, 10, []).Make(new BandedPath([]), -0.5).ShouldBeReadable(54);
    }

    [Fact]
    public void All_paths_share_their_scale()
    {
        var drawings = new BandedPathDrawing(-10, 10, [Narrow, Wide]);

        Zero(drawings.Make(Narrow, -0.5)).ShouldBe(Zero(drawings.Make(Wide, -0.5)));
        Zero(drawings.Make(Narrow, -0.5)).ShouldNotBe(Zero(new BandedPathDrawing(-10, 10, [Narrow]).Make(Narrow, -0.5)));
    }

    [Fact]
    public void A_range_beyond_the_scale_ends_at_the_frame()
    {
        var drawing = new BandedPathDrawing(-10, 10, [Narrow]).Make(Path(0.1, 5), -0.5);
        var band = drawing.Marks.OfType<Area>().Single();

        band.Upper.Concat(band.Lower).ShouldAllBe(p => p.Y >= 0 && p.Y <= drawing.Height);
    }

    [Fact]
    public void A_path_without_ranges_has_no_band() =>
        new BandedPathDrawing(-10, 10, [Narrow]).Make(new BandedPath([new(0, 0.1, null), new(1, 0.2, null)]), -0.5).Marks.OfType<Area>().ShouldBeEmpty();

    private static double Zero(Drawing drawing) => drawing.Marks.OfType<Rule>().Single(r => r.Class == "zero").Y1;

    private static BandedPath Path(double end, double reach) =>
        new([.. Enumerable.Range(-10, 21).Select(day => new BandedPoint(day, end * (day + 10) / 20, (-reach, reach)))]);
}
