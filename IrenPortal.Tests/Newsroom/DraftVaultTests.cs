using System.Globalization;
using IrenPortal.Newsroom;

namespace IrenPortal.Tests.Newsroom;

public sealed class DraftVaultTests
{
    [Fact]
    public void Many_threads_seal_and_open_without_spoiling_each_others_texts()
    {
        var folder = Directory.CreateTempSubdirectory("irenportal-vault-");
        var vault = DraftVault.Open(folder.FullName);
        var opened = new string[4000];

        Parallel.For(0, opened.Length, new ParallelOptions { MaxDegreeOfParallelism = 16 }, i =>
        {
            var place = i.ToString(CultureInfo.InvariantCulture);
            opened[i] = vault.OpenText(place, vault.Seal(place, $"Text {i} {new string('x', i % 500)}"));
        });

        opened.ShouldBe(Enumerable.Range(0, opened.Length).Select(i => $"Text {i} {new string('x', i % 500)}"));
        folder.Delete(recursive: true);
    }
}
