using IrenPortal.Tests.Testing;
using IrenPortal.Ui;

namespace IrenPortal.Tests.Ui;

public sealed class FieldTests
{
    [Fact]
    public async Task A_field_is_tied_to_its_label_hint_and_error()
    {
        var page = await Render.Document<TextField>(
            ("Label", "Summary"), ("Name", "summary"), ("Value", "Too long"), ("Hint", "At most 300 characters"), ("Error", "312 characters; at most 300"));

        var input = page.QuerySelector("input")!;
        page.QuerySelector("label")!.GetAttribute("for").ShouldBe(input.Id);
        input.GetAttribute("name").ShouldBe("summary");
        input.GetAttribute("value").ShouldBe("Too long");
        input.GetAttribute("aria-invalid").ShouldBe("true");
        foreach (var id in input.GetAttribute("aria-describedby")!.Split(' '))
        {
            page.GetElementById(id).ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task A_field_without_faults_claims_none()
    {
        var input = (await Render.Document<TextField>(("Label", "Name"), ("Name", "name"))).QuerySelector("input")!;
        input.HasAttribute("aria-invalid").ShouldBeFalse();
        input.HasAttribute("aria-describedby").ShouldBeFalse();
    }

    [Fact]
    public async Task Several_lines_make_a_text_area_that_takes_further_attributes()
    {
        var area = (await Render.Document<TextField>(
            ("Label", "Text"), ("Name", "body"), ("Lines", 12), ("Value", "## Terms\n\n<b>"), ("spellcheck", "true"))).QuerySelector("textarea")!;
        area.TextContent.ShouldBe("## Terms\n\n<b>");
        area.GetAttribute("spellcheck").ShouldBe("true");
    }

    [Fact]
    public async Task A_list_marks_its_choice_and_a_box_its_tick()
    {
        var list = await Render.Document<Select>(
            ("Label", "Year"), ("Name", "year"), ("Value", "2025"), ("Options", (SelectOption[])[new("", "All years"), new("2025", "2025")]));
        list.QuerySelectorAll("option[selected]").ShouldHaveSingleItem().GetAttribute("value").ShouldBe("2025");

        var box = await Render.Document<Checkbox>(("Label", "I have read it"), ("Name", "read"), ("Checked", true));
        box.QuerySelector("input")!.HasAttribute("checked").ShouldBeTrue();
        box.QuerySelector("label")!.GetAttribute("for").ShouldBe("field-read");
    }

    [Fact]
    public async Task Every_radio_button_has_its_label_and_hint()
    {
        var page = await Render.Document<RadioGroup>(
            ("Legend", "Role"), ("Name", "role"), ("Value", "Editor"),
            ("Options", (SelectOption[])[new("Editor", "Editor", "Writes and approves"), new("Admin", "Admin")]));

        page.QuerySelector("legend").Words().ShouldBe("Role");
        page.QuerySelectorAll("input").Select(i => page.QuerySelector($"label[for={i.Id}]").Words()).ShouldBe(["Editor", "Admin"]);
        page.QuerySelectorAll("input[checked]").ShouldHaveSingleItem().GetAttribute("value").ShouldBe("Editor");
    }

    [Fact]
    public async Task An_error_summary_links_to_the_fields_and_is_silent_without_errors()
    {
        var page = await Render.Document<ErrorSummary>(("Issues", (FormIssue[])[new("field-a", "Write a headline."), new(null, "Sign in again.")]));
        page.QuerySelector("h2").Words().ShouldBe("2 things to put right");
        page.QuerySelector("a")!.GetAttribute("href").ShouldBe("#field-a");

        (await Render.Markup<ErrorSummary>(("Issues", Array.Empty<FormIssue>()))).Trim().ShouldBeEmpty();
    }
}
