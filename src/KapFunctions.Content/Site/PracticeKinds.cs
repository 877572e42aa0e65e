using System.Collections.Frozen;

namespace KapFunctions.Content.Site;

/// <summary>Kinds of practices that search engines know: https://schema.org/LocalBusiness and what is below
/// https://schema.org/MedicalBusiness.</summary>
internal static class PracticeKinds
{
    private static readonly FrozenSet<string> All = FrozenSet.ToFrozenSet(
        """
        LocalBusiness ProfessionalService HealthAndBeautyBusiness EducationalOrganization NGO Organization
        MedicalOrganization MedicalBusiness MedicalClinic Physician IndividualPhysician PhysiciansOffice Hospital
        CommunityHealth Dentist Dermatology DietNutrition Geriatric Gynecologic Midwifery Nursing Obstetric Oncologic
        Optician Optometric Otolaryngologic Pediatric Pharmacy Physiotherapy PlasticSurgery Podiatric PrimaryCare
        Psychiatric PublicHealth
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>As schema.org spells it; null for none of them.</summary>
    public static string? Named(string? written) =>
        written is not null && All.TryGetValue(written, out var kind) ? kind : null;
}
