using IrenPortal.Data;
using IrenPortal.Identity.Accounts;
using IrenPortal.Identity.Passwords;
using IrenPortal.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Identity;

public sealed class PasswordRuleTests
{
    private static readonly string[] Context = ["IREN", "IREN Limited", "dana.okafor@example.com", "Dana Okafor"];

    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("P@ssw0rdP@ssw0rd")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabcabc")]
    [InlineData("123456789012345")]
    [InlineData("qwertyuiopasdfghjkl")]
    [InlineData("1qaz2wsx3edc4rfv")]
    [InlineData("iloveyouiloveyou")]
    [InlineData("correct horse battery staple")]
    [InlineData("IREN newsroom 2026!")]
    [InlineData("dana.okafor@example.com")]
    [InlineData("OkaforDanaOkaforDana")]
    [InlineData("Summer2026Summer2026")]
    [InlineData("thequickbrownfoxjumpsoverthelazydog")]
    [InlineData("               ")]
    [InlineData("ｐａｓｓｗｏｒｄｐａｓｓｗｏｒｄ")]
    public void Passwords_that_are_guessed_first_are_refused(string password) =>
        BlockedPasswords.Covers(password, Context).ShouldBeTrue();

    [Theory]
    [InlineData("tall kettle sings under oak")]
    [InlineData("vXq8#mT2!zLr0&kW")]
    [InlineData("a dragon borrowed my umbrella")]
    [InlineData("лесная тропинка ведёт")]
    [InlineData("482915637204918")]
    public void Long_passwords_of_ones_own_are_taken_whatever_their_characters(string password) =>
        BlockedPasswords.Covers(password, Context).ShouldBeFalse();

    [Theory]
    [InlineData("vXq8#mT2!zLr0&", "Write a password of at least 15 characters.")]
    [InlineData("vXq8#mT2!zLr0&😀", null)]
    [InlineData("IREN Limited 2026", "That password is made of words, names or runs that are guessed first. Write one with more of your own in it.")]
    public async Task Fifteen_characters_are_enough_and_the_companys_names_are_not(string password, string? refused)
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite);
        var passwords = portal.Services.GetRequiredService<NewPasswords>();

        var result = await passwords.HashAsync("dana@staff.example", "Dana Okafor", password, CancellationToken.None);
        var longest = await passwords.HashAsync("dana@staff.example", "Dana Okafor", string.Concat(Enumerable.Repeat("vXq8#mT2", 16)) + "!", CancellationToken.None);

        result.Issues.Select(i => i.Sentence).FirstOrDefault().ShouldBe(refused);
        longest.Issues.ShouldHaveSingleItem().Sentence.ShouldBe("Write a password of at most 128 characters.");
    }
}
