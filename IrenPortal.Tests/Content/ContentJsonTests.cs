using System.Text.Json;
using IrenPortal.Content;
using NodaTime;

namespace IrenPortal.Tests.Content;

public sealed class ContentJsonTests
{
    [Fact]
    public void A_document_has_one_JSON_form_and_comes_back_from_it()
    {
        var contract = new ContractDocument
        {
            Slug = "a",
            Title = "T",
            Counterparty = "C",
            Role = ContractRole.Customer,
            Status = ContractStatus.Active,
            Signed = new LocalDate(2025, 11, 2),
            TotalValue = new Money(9_700_000_000.00m, "USD", true),
            Body = "B",
        };

        var json = JsonSerializer.Serialize(contract, ContentJson.Options);

        json.ShouldBe("""{"slug":"a","title":"T","counterparty":"C","role":"customer","status":"active","signed":"2025-11-02","totalValue":{"amount":9700000000,"currency":"USD","approximate":true},"relatedSpend":[],"phases":[],"reported":false,"sources":[],"body":"B"}""");
        JsonSerializer.Serialize(JsonSerializer.Deserialize<ContractDocument>(json, ContentJson.Options), ContentJson.Options).ShouldBe(json);
    }

    [Fact]
    public void Instants_and_timings_are_text()
    {
        var document = AnnouncementFile.Read(Sample.Path, Sample.Announcement, Sample.Context).Document!;

        var json = JsonSerializer.Serialize(document, ContentJson.Options);

        json.ShouldContain("\"timing\":\"exact\"");
        json.ShouldContain("\"releaseAt\":\"2025-11-03T12:00:00Z\"");
        JsonSerializer.Deserialize<AnnouncementDocument>(json, ContentJson.Options)!.ReleaseAt.ShouldBe(document.ReleaseAt);
    }

    [Theory]
    [InlineData("{\"signed\":\"2025-02-30\"}")]
    [InlineData("{\"role\":1}")]
    public void What_is_no_document_is_refused(string json) => Should.Throw<JsonException>(() => JsonSerializer.Deserialize<ContractDocument>(json, ContentJson.Options));
}
