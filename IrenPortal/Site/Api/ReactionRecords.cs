using System.Text.Json;
using System.Text.Json.Serialization;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;
using NodaTime;

namespace IrenPortal.Site.Api;

/// <summary>What the share did around an announcement, and what of it the benchmark does not explain.</summary>
/// <param name="Slug">The announcement.</param>
/// <param name="Firm">Symbol of the share.</param>
/// <param name="Benchmark">Symbol of the benchmark.</param>
/// <param name="PricesAsOf">The session of the share's newest bar; null without prices.</param>
/// <param name="Day0">The first session that could react; null where the calendar doesn't reach it.</param>
/// <param name="Study">The event study, every other announcement among its other events; null without prices of both symbols.</param>
public sealed record ReactionAnswer(
    string Slug, string Firm, string Benchmark, LocalDate? PricesAsOf, ReactionDay? Day0, StudyItem? Study);

/// <summary>Day 0 as it was traded; its figures are null until it has been, open to volume also where the source has a close only.</summary>
/// <param name="Session">The session.</param>
/// <param name="PreviousClose">The close before, in shares of day 0: adjusted for a split or dividend of that day.</param>
/// <param name="Open">First price.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
/// <param name="Volume">Shares traded.</param>
public sealed record ReactionDay(
    LocalDate Session, decimal? PreviousClose, decimal? Open, decimal? High, decimal? Low, decimal? Close, long? Volume);

/// <summary>An event study as <see cref="StudyJson"/> writes it; <see cref="StudySchema"/> describes it.</summary>
/// <param name="Study">The study.</param>
/// <param name="Calendar">The calendar that it was counted in.</param>
[JsonConverter(typeof(StudyItemConverter))]
public sealed record StudyItem(EventStudy Study, ExchangeCalendar Calendar);

/// <summary>Writes a study in the one form that it has.</summary>
internal sealed class StudyItemConverter : JsonConverter<StudyItem>
{
    public override StudyItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Studies are written, never read.");

    public override void Write(Utf8JsonWriter writer, StudyItem value, JsonSerializerOptions options) =>
        StudyJson.Write(writer, value.Study, value.Calendar);
}
