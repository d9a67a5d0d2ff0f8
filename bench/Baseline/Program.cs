// Serves the file named by BODY at / as text/html, and nothing else.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();
var body = await File.ReadAllBytesAsync(Environment.GetEnvironmentVariable("BODY")!);
app.MapGet("/", async (HttpResponse response) =>
{
    response.ContentType = "text/html; charset=utf-8";
    response.ContentLength = body.Length;
    await response.Body.WriteAsync(body);
});
await app.RunAsync();
