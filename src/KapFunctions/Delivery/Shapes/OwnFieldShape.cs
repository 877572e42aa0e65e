using System.Globalization;
using System.Text.Json;
using KapFunctions.Content.OwnFields;
using KapFunctions.Http;

namespace KapFunctions.Delivery.Shapes;

/// <summary>The fields that the site declares, with the values that the post has. What readers do not see of another post is absent.</summary>
internal static class OwnFieldShape
{
    public static void Write(Utf8JsonWriter json, PostView post)
    {
        json.WriteStartObject();
        foreach (var (field, values) in post.OwnFields)
        {
            json.WritePropertyName(field.Name);
            if (field.IsList)
            {
                json.WriteList(values, value => Write(json, value, post));
            }
            else
            {
                Write(json, values[0], post);
            }
        }

        json.WriteEndObject();
    }

    public static string Day(OwnValue.Moment moment) =>
        moment.IsDay ? moment.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : GhostTime.Format(moment.At);

    private static void Write(Utf8JsonWriter json, OwnValue value, PostView post)
    {
        switch (value)
        {
            case OwnValue.Text text:
                json.WriteStringValue(text.Value);
                break;
            case OwnValue.Number number:
                json.WriteNumberValue(number.Value);
                break;
            case OwnValue.YesNo truth:
                json.WriteBooleanValue(truth.Value);
                break;
            case OwnValue.Moment moment:
                json.WriteStringValue(Day(moment));
                break;
            case OwnValue.Post named when post.Addresses.PostAt(named.Placeholder)?.Metadata is { } other:
                json.WriteStartObject();
                json.WriteString("slug", other.Slug);
                json.WriteString("title", other.Title);
                json.WriteString("url", post.Addresses.Post(other.Slug));
                json.WriteEndObject();
                break;
        }
    }
}
