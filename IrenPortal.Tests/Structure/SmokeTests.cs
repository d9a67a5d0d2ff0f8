namespace IrenPortal.Tests.Structure;

public sealed class SmokeTests
{
    [Fact]
    public void The_test_project_sees_the_portal() => typeof(IrenPortal.Ui.Glyph).Assembly.GetName().Name.ShouldBe("IrenPortal");
}
