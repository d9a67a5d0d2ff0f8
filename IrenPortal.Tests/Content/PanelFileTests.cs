using IrenPortal.Content;
using IrenPortal.Market.Calendar;
using NodaTime;

namespace IrenPortal.Tests.Content;

public sealed class PanelFileTests
{
    private const string Event = """{"id": "E1", "ticker": "IREN", "announced_at": "2025-11-03T06:30:00-05:00"}""";

    private static ContentRead<PanelDocument> Read(string text) => PanelFile.Read("panel.json", text, ExchangeCalendar.UsEquities);

    private static ContentRead<PanelDocument> WithEvents(params string[] events) =>
        Read($"{{\n\"id\": \"P\",\n\"index\": \"QQQ\",\n\"events\": [\n{string.Join(",\n", events)}\n]}}");

    [Fact]
    public void A_panel_is_read_with_its_events_in_order()
    {
        var read = WithEvents(
            Event,
            """{"id": "E2", "ticker": "BRK.B", "announced_at": "2025-11-04", "time_unknown": true, "other_events": [{"announced_at": "2025-11-05", "label": "guidance"}, {"announced_at": "2025-11-06T09:00Z"}]}""");

        read.Issues.ShouldBeEmpty();
        var (id, index, events) = read.Document!;
        (id, index).ShouldBe(("P", "QQQ"));
        events.Select(e => (e.Id, e.Ticker)).ShouldBe([("E1", "IREN"), ("E2", "BRK.B")]);
        events[0].Moment.ShouldBe(ReleaseMoment.At(Instant.FromUtc(2025, 11, 3, 11, 30)));
        events[0].Others.ShouldBeEmpty();
        events[1].Moment.TimeUnknown.ShouldBeTrue();
        events[1].Others.Select(o => (o.Label, o.Moment.TimeUnknown)).ShouldBe([("guidance", true), (null, false)]);
        read.LineOf("events[1].ticker").ShouldBe(6);
    }

    [Fact]
    public void What_is_not_known_is_passed_over() =>
        Read($$"""{"title": "Results", "index": "QQQ", "parameters": {"exchange": "US", "events": [1]}, "events": [{{Event}}], "provenance": "own"}""").Issues.ShouldBeEmpty();

    [Theory]
    [InlineData("", 1, "the file is not JSON (")]
    [InlineData("{\n\"index\": \"QQQ\",\n\"events\": [,]}", 3, "the file is not JSON (")]
    [InlineData("{\n\"index\": NaN}", 2, "the file is not JSON (")]
    [InlineData("{\"index\": \"A\", \"index\": \"B\"}", 1, "the file is not JSON (")]
    [InlineData("{} {}", 1, "the file is not JSON (")]
    [InlineData("[1]", 1, "the file holds no JSON object")]
    [InlineData("null", 1, "the file holds no JSON object")]
    [InlineData("{\n\"index\": \"QQQ\"}", 1, "events is no list with an entry: write at least one")]
    [InlineData("{\n\"index\": \"QQQ\",\n\"events\": []}", 3, "events is no list with an entry")]
    [InlineData("{\n\"index\": \"QQQ\",\n\"events\": {}}", 3, "events is no list with an entry")]
    [InlineData("{\n\"index\": \"QQQ\",\n\"events\": [\n7]}", 4, "this entry of events is `7`: write an object")]
    [InlineData("{\n\"indx\": \"QQQ\",\n\"events\": [{\"id\": \"E\", \"ticker\": \"A\", \"announced_at\": \"2025-11-03T06:30Z\"}]}", 2, "`indx` is no known field: did you mean `index`?")]
    public void A_file_with_a_fault_is_refused_with_its_line(string text, int line, string reason) =>
        Read(text).Issues.ShouldContain(i => i.Line == line && i.Message.StartsWith(reason, StringComparison.Ordinal), string.Join('\n', Read(text).Issues));

    [Theory]
    [InlineData("""{"ticker": "IREN", "announced_at": "2025-11-03T06:30Z"}""", "id is missing: write it as a text")]
    [InlineData("""{"id": " ", "ticker": "IREN", "announced_at": "2025-11-03T06:30Z"}""", "id is `\" \"`: write a text")]
    [InlineData("""{"id": "E1", "ticker": "IREN", "announced_at": "2025-11-04T06:30Z"}""", "id is `E1`, as that of an event before: give each its own")]
    [InlineData("""{"id": "E2", "announced_at": "2025-11-03T06:30Z"}""", "ticker is missing: write it as a text")]
    [InlineData("""{"id": "E2", "ticker": "../IREN", "announced_at": "2025-11-03T06:30Z"}""", "ticker is `../IREN`: write a symbol of letters")]
    [InlineData("""{"id": "E2", "ticker": "..", "announced_at": "2025-11-03T06:30Z"}""", "ticker is `..`: write a symbol of letters")]
    [InlineData("""{"id": "E2", "ticker": "/etc/passwd", "announced_at": "2025-11-03T06:30Z"}""", "ticker is `/etc/passwd`: write a symbol of letters")]
    [InlineData("""{"id": "E2", "ticker": "A\\B", "announced_at": "2025-11-03T06:30Z"}""", "ticker is `A\\B`: write a symbol of letters")]
    [InlineData("""{"id": "E2", "ticker": 7, "announced_at": "2025-11-03T06:30Z"}""", "ticker is `7`: write a text")]
    [InlineData("""{"id": "E2", "ticker": "IREN"}""", "announced_at is missing: write it as a text")]
    [InlineData("""{"id": "E2", "ticker": "IREN", "announced_at": "2025-11-03T06:30"}""", "announced_at '2025-11-03T06:30' has no offset from UTC")]
    [InlineData("""{"id": "E2", "ticker": "IREN", "announced_at": "2025-11-03"}""", "announced_at '2025-11-03' is a date without a time of day")]
    [InlineData("""{"id": "E2", "ticker": "IREN", "announced_at": "1990-11-03T06:30Z"}""", "announced_at '1990-11-03T06:30Z' or its session is outside")]
    [InlineData("""{"id": "E2", "ticker": "IREN", "announced_at": "2025-11-03T06:30Z", "time_unknown": true}""", "announced_at '2025-11-03T06:30Z' is not a date alone")]
    [InlineData("""{"id": "E2", "ticker": "IREN", "announced_at": "2025-11-03T06:30Z", "time_unknown": "no"}""", "time_unknown is `\"no\"`: write true or false")]
    [InlineData("""{"id": "E2", "ticker": "IREN", "announced_at": "2025-11-03T06:30Z", "other_event": []}""", "`other_event` is no known field: did you mean `other_events`?")]
    [InlineData("""{"id": "E2", "ticker": "IREN", "announced_at": "2025-11-03T06:30Z", "other_events": [{"announced_at": "2025-11-03"}]}""", "announced_at '2025-11-03' is a date without")]
    public void An_event_with_a_fault_is_refused_with_its_line(string wrong, string reason) =>
        Sample.Only(WithEvents(Event, wrong).Issues).ShouldStartWith($"panel.json:6: {reason}");
}
