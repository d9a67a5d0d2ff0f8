using AngleSharp.Html.Parser;
using IrenPortal.Ui.Charts;

namespace IrenPortal.Tests.Ui.Charts;

public sealed class SvgWriterTests
{
    [Fact]
    public void Texts_labels_and_classes_cannot_break_out_of_the_drawing()
    {
        var svg = Write(new Words(0.5, 10, "</text><script>alert(1)</script>", Anchor.Middle, "\"><b>"));

        svg.ShouldNotContain("<script>");
        var parsed = new HtmlParser().ParseDocument(svg);
        parsed.QuerySelector("text")!.TextContent.ShouldBe("</text><script>alert(1)</script>");
        parsed.QuerySelector("svg")!.GetAttribute("aria-label").ShouldBe("A \"label\" & more");
        parsed.QuerySelector("svg")!.GetAttribute("role").ShouldBe("img");
    }

    [Fact]
    public void A_drawing_has_no_inline_style() => Write(
        new Rule(0, 1, 1, 1, "grid"), new Block(0.2, 0.1, 5, 10, "band"), new Dot(0.5, 5, 4, "dot"), new Diamond(0.5, 5, 4, "solid"),
        new Stub(0, 4, -100, 0, "row"), new Columns([new(0.5, 3)], 0.1, 20, "volume"), new Curve([[new(0, 1), new(1, 2)]], "firm"))
        .ShouldNotContain("style");

    [Fact]
    public void A_gap_in_the_data_is_a_gap_in_the_line()
    {
        var svg = Write(new Curve([[new(0, 10), new(0.1, 12)], [new(0.5, 8)]], "firm"));

        svg.ShouldContain("d=\"M0 10L100 12M500 8h0\"");
    }

    [Fact]
    public void An_area_runs_along_its_upper_edge_and_back_along_the_lower() =>
        Write(new Area([new(0, 10), new(1, 8)], [new(0, 20), new(1, 22)], "band")).ShouldContain("class=\"band\" d=\"M0 10L1000 8L1000 22L0 20Z\"");

    [Fact]
    public void A_candle_is_a_line_through_a_box() =>
        Write(new Candles([new(0.5, 0.01, 20, 5, 30, 10)], "rise")).ShouldContain("d=\"M500 5V10M500 20V30M490 10h20V20h-20z\"");

    [Fact]
    public void A_block_drawn_backwards_has_a_width_all_the_same() =>
        Write(new Block(0.75, 0.25, 5, 10, "band")).ShouldContain("x=\"25%\" y=\"5\" width=\"50%\" height=\"10\"");

    [Fact]
    public void What_is_no_number_never_reaches_the_page()
    {
        var svg = Write(new Dot(double.NaN, double.PositiveInfinity, 4, "dot"));

        svg.ShouldNotContain("NaN");
        svg.ShouldNotContain("∞");
    }

    private static string Write(params Mark[] marks) => SvgWriter.Write(new Drawing(40, 300, marks), "A \"label\" & more", "drawing").Value;
}
