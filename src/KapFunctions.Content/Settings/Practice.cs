namespace KapFunctions.Content.Settings;

/// <summary>The practice that a site belongs to, as visitors look for it. What is not written is not shown.</summary>
public sealed record Practice
{
    /// <summary>As it stands on the door; the site's title where nothing else is written.</summary>
    public required string Name { get; init; }

    /// <summary>A type of https://schema.org, such as <c>MedicalClinic</c>.</summary>
    public string Kind { get; init; } = "LocalBusiness";

    /// <summary>Street and number.</summary>
    public string? Street { get; init; }

    /// <summary>The town.</summary>
    public string? City { get; init; }

    /// <summary>State, province or canton.</summary>
    public string? Region { get; init; }

    /// <summary>As the country writes it.</summary>
    public string? PostalCode { get; init; }

    /// <summary>A name, or two letters of ISO 3166-1.</summary>
    public string? Country { get; init; }

    /// <summary>As it is written on the door.</summary>
    public string? Telephone { get; init; }

    /// <summary>Where letters go.</summary>
    public string? Email { get; init; }

    /// <summary>When somebody is there.</summary>
    public IReadOnlyList<OpeningHours> Hours { get; init; } = [];

    /// <summary>The languages that are spoken, as readers read them.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>What has to stand there: licences, chambers, numbers.</summary>
    public IReadOnlyList<string> Licences { get; init; } = [];

    /// <summary>Where an appointment is made: always a page of somebody else, or <c>tel:</c> or <c>mailto:</c>.</summary>
    public NavigationItem? Booking { get; init; }
}

/// <summary>One time of the day on some days of the week; it never goes over midnight.</summary>
public sealed record OpeningHours(IReadOnlyList<DayOfWeek> Days, TimeOnly Opens, TimeOnly Closes);

/// <summary>Who answers when it is urgent.</summary>
public sealed record CrisisLine
{
    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>To be called.</summary>
    public string? Number { get; init; }

    /// <summary>Its page.</summary>
    public string? Link { get; init; }

    /// <summary>Posts with one of these words, and searches for them, show the line; empty for those that come with the language.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
