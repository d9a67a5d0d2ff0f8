using IrenPortal.Market.EventStudies;
using IrenPortal.Site.News;

namespace IrenPortal.Tests.Site;

public sealed class StudyWordsTests
{
    [Theory]
    [InlineData(0.0799, "92%")]
    [InlineData(0.08, "92%")]
    [InlineData(0.0849, "91%")]
    [InlineData(1, "0%")]
    [InlineData(0.999, "0%")]
    [InlineData(0.011, "98%")]
    [InlineData(0.01, "99.0%")]
    [InlineData(0.0055, "99.4%")]
    [InlineData(0.001, "99.9%")]
    [InlineData(0.0009999, "more than 99.9%")]
    [InlineData(1e-15, "more than 99.9%")]
    public void The_share_of_ordinary_days_is_never_overstated(double p, string share) => StudyWords.Share(p).ShouldBe(share);

    [Fact]
    public void The_words_of_p_name_the_spell_that_is_compared()
    {
        StudyWords.Ordinary(0.08, EventWindow.DayZero).ShouldBe(
            "By the model, what is left is larger, up or down, than on 92% of ordinary days (p\u00a0=\u00a00.08).");
        StudyWords.Ordinary(0.0002, EventWindow.Primary).ShouldBe(
            "By the model, what is left is larger, up or down, than over more than 99.9% of ordinary spells of three sessions (p\u00a0<\u00a00.001).");
    }

    [Theory]
    [InlineData(-0.011, 0.192, "−1.1% to +19.2%", "includes zero")]
    [InlineData(0.0003, 0.1, "+0.03% to +10.0%", "excludes zero")]
    [InlineData(-0.2, -0.00004, "−20.0% to −0.004%", "excludes zero")]
    [InlineData(-0.1, 0, "−10.0% to 0.0%", "includes zero")]
    [InlineData(-0.3, -0.1, "−30.0% to −10.0%", "excludes zero")]
    public void A_range_agrees_with_what_is_said_of_it(double low, double high, string range, string zero)
    {
        StudyWords.Range((low, high)).ShouldBe(range);
        StudyWords.Zero((low, high)).ShouldBe(zero);
    }

    [Fact]
    public void Windows_are_named_by_their_days()
    {
        EventWindow.Standard.Select(StudyWords.Short).ShouldBe(["Day 0", "−1 to +1", "−5 to +5", "0 to +10"]);
        EventWindow.Standard.Select(StudyWords.Name).ShouldBe(["Day 0", "Days −1 to +1", "Days −5 to +5", "Days 0 to +10"]);
        EventWindow.Standard.Select(StudyWords.InText).ShouldBe(["day 0", "days −1 to +1", "days −5 to +5", "days 0 to +10"]);
    }
}
