using IrenPortal.Ui.Formats;
using NodaTime;

namespace IrenPortal.Tests.Ui;

public sealed class FormatTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    [Theory]
    [InlineData(9_700_000_000, "$9.7bn")]
    [InlineData(1_940_000_000, "$1.94bn")]
    [InlineData(6_000_000_000, "$6bn")]
    [InlineData(999_960_000, "$1bn")]
    [InlineData(128_800_000, "$128.8m")]
    [InlineData(48_500_000, "$48.5m")]
    [InlineData(600_000, "$600,000")]
    [InlineData(41.12, "$41.12")]
    [InlineData(-702_600_000, "−$702.6m")]
    public void Money_is_told_in_billions_and_millions(double amount, string expected) =>
        Format.Money((decimal)amount).ShouldBe(expected);

    [Fact]
    public void About_belongs_to_the_figure()
    {
        Format.Money(9_700_000_000, "USD", approximate: true).ShouldBe("About $9.7bn");
        Format.MoneyInText(9_700_000_000, "USD", approximate: true).ShouldBe("about $9.7bn");
        Format.Money(5_000_000, "AUD").ShouldBe("A$5m");
        Format.Money(5_000_000, "JPY").ShouldBe("JPY\u00a05m");
    }

    [Theory]
    [InlineData(9_613_450.4, "$9,613,450", "+$9,613,450")]
    [InlineData(-3_842.07, "−$3,842", "−$3,842")]
    [InlineData(12.345, "$12.35", "+$12.35")]
    [InlineData(999.999, "$1,000", "+$1,000")]
    [InlineData(-0.004, "$0", "$0")]
    [InlineData(0, "$0", "$0")]
    public void A_sum_is_told_in_full(double amount, string plain, string signed)
    {
        Format.Sum((decimal)amount).ShouldBe(plain);
        Format.SignedSum((decimal)amount).ShouldBe(signed);
    }

    [Fact]
    public void A_named_amount_keeps_its_cents()
    {
        Format.Exactly(1_234.5m).ShouldBe("$1,234.50");
        Format.Exactly(10_000m, "AUD").ShouldBe("A$10,000");
    }

    [Theory]
    [InlineData(0.11523, "+11.5%")]
    [InlineData(-0.055, "−5.5%")]
    [InlineData(0.0004, "0.0%")]
    [InlineData(-0.0004, "0.0%")]
    [InlineData(-0.0005, "−0.1%")]
    [InlineData(12.5, "+1,250.0%")]
    public void A_change_always_has_its_sign(double fraction, string expected)
    {
        Format.SignedPercent(fraction).ShouldBe(expected);
        Format.SignedPercent((decimal)fraction).ShouldBe(expected);
    }

    [Fact]
    public void Figures_are_grouped_and_rounded_away_from_zero()
    {
        Format.Percent(0.2m).ShouldBe("20%");
        Format.Percent(0.9622m).ShouldBe("96.2%");
        Format.Signed(-2.41m).ShouldBe("−2.41");
        Format.Signed(0.125m).ShouldBe("+0.13");
        Format.Price(1204.5m).ShouldBe("1,204.50");
        Format.Count(80_440_700).ShouldBe("80,440,700");
        Format.Multiple(2.84).ShouldBe("2.8\u00a0×");
        Format.Megawatts(1600).ShouldBe("1,600\u00a0MW");
    }

    [Theory]
    [InlineData(26_600_000, "26.6m")]
    [InlineData(999_960, "1m")]
    [InlineData(10_500, "10.5k")]
    [InlineData(9_999, "9,999")]
    [InlineData(1_200_000_000, "1.2bn")]
    public void Volumes_are_shortened(long number, string expected) => Format.Compact(number).ShouldBe(expected);

    [Theory]
    [InlineData(0.0801, "0.08")]
    [InlineData(0.00099, "< 0.001")]
    [InlineData(0.0042, "0.004")]
    public void Probabilities_never_print_a_false_nought(double p, string expected) => Format.Probability(p).ShouldBe(expected);

    [Fact]
    public void Instants_are_read_in_the_companys_zone_with_UTC_beside()
    {
        var morning = Instant.FromUtc(2025, 11, 3, 11, 30);
        Format.Moment(morning, NewYork).ShouldBe("3 Nov 2025, 06:30 ET");
        Format.UtcBeside(morning, NewYork).ShouldBe("11:30 UTC");
        Format.Machine(morning).ShouldBe("2025-11-03T11:30:00Z");

        var evening = Instant.FromUtc(2025, 11, 4, 1, 15);
        Format.Moment(evening, NewYork).ShouldBe("3 Nov 2025, 20:15 ET");
        Format.UtcBeside(evening, NewYork).ShouldBe("4 Nov 2025, 01:15 UTC");
    }

    [Fact]
    public void Days_and_zones_have_short_names()
    {
        Format.Date(new LocalDate(2026, 9, 28)).ShouldBe("28 Sep 2026");
        Format.DayMonth(new LocalDate(2026, 5, 8)).ShouldBe("8 May");
        Format.Weekday(new LocalDate(2025, 11, 3)).ShouldBe("Mon 3 Nov 2025");
        Format.Machine(new LocalDate(2025, 11, 3)).ShouldBe("2025-11-03");
        Format.ZoneName(DateTimeZoneProviders.Tzdb["Australia/Sydney"]).ShouldBe("Sydney time");
    }

    [Theory]
    [InlineData(1, "1 byte")]
    [InlineData(812, "812 bytes")]
    [InlineData(1_229, "1.2 KB")]
    [InlineData(1_048_575, "1 MB")]
    [InlineData(20_971_520, "20 MB")]
    public void Sizes_are_told_in_units_of_1024(long bytes, string expected) => Format.Bytes(bytes).ShouldBe(expected);

    [Fact]
    public void Files_and_hashes_are_shortened_for_the_eye()
    {
        Format.HashStart("7c1e90ab42d3ffff").ShouldBe("7c1e 90ab 42d3");
        Format.FileKind("terms.csv").ShouldBe("CSV");
        Format.FileKind("LICENCE").ShouldBe("File");
    }

    [Fact]
    public void Words_follow_their_number()
    {
        Format.Plural(1, "release", "releases").ShouldBe("1 release");
        Format.Plural(1_200, "release", "releases").ShouldBe("1,200 releases");
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("de-DE");
            Format.Price(1204.5m).ShouldBe("1,204.50");
            Format.Date(new LocalDate(2026, 5, 8)).ShouldBe("8 May 2026");
            Format.Money(1_940_000_000).ShouldBe("$1.94bn");
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
