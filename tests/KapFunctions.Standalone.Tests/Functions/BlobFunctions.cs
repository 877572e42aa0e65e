using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Standalone.Tests.Functions;

public sealed class BlobFunctions(Recorder recorder)
{
    [Function("ReadsText")]
    public async Task ReadAsync(
        [BlobTrigger("content/{name}", Connection = "ContentStorage", Source = BlobTriggerSource.EventGrid)]
            Stream content,
        string name,
        CancellationToken cancellation
    )
    {
        using var reader = new StreamReader(content);
        recorder.Add(name, await reader.ReadToEndAsync(cancellation));
    }

    [Function("FailsOnBad")]
    public Task Fail(
        [BlobTrigger("content/{name}", Connection = "ContentStorage", Source = BlobTriggerSource.EventGrid)]
            BlobClient blob,
        string name
    )
    {
        if (name.StartsWith("bad", StringComparison.Ordinal))
        {
            recorder.Add("tries of " + blob.Name, name);
            throw new InvalidOperationException("on purpose");
        }

        return Task.CompletedTask;
    }
}
