// What the form of the site's settings shows, in groups. https://schema.org has the kinds of practices.
import { say } from "../words";
import type { Field } from "./fields";

interface Group {
  legend?: string;
  hint?: string;
  fields: Field[];
}

const practice = ["practice"];
const address = ["practice", "address"];
const booking = ["practice", "booking"];
const crisis = ["crisis"];

const kinds: [string, string][] = [
  ["LocalBusiness", say.kinds.business],
  ["MedicalClinic", say.kinds.clinic],
  ["Physician", say.kinds.physician],
  ["Psychiatric", say.kinds.psychiatric],
  ["MedicalBusiness", say.kinds.medical],
  ["Physiotherapy", say.kinds.physiotherapy],
  ["Dentist", say.kinds.dentist],
  ["DietNutrition", say.kinds.nutrition],
  ["Midwifery", say.kinds.midwifery],
  ["Nursing", say.kinds.nursing],
  ["ProfessionalService", say.kinds.profession],
  ["EducationalOrganization", say.kinds.school],
  ["NGO", say.kinds.charity],
];

export const siteGroups: Group[] = [
  {
    fields: [
      { ...say.site.title, type: "text", keys: ["title"] },
      { ...say.site.description, type: "long", keys: ["description"] },
      { ...say.site.url, type: "text", keys: ["url"] },
      { ...say.site.language, type: "text", keys: ["language", "lang", "locale"] },
      { ...say.site.timezone, type: "text", keys: ["timezone"] },
      { ...say.site.colour, type: "colour", keys: ["accent_color"] },
      { ...say.site.logo, type: "picture", keys: ["logo"] },
      { ...say.site.icon, type: "picture", keys: ["icon"] },
      { ...say.site.cover, type: "picture", keys: ["cover_image"] },
      { ...say.site.home, type: "text", keys: ["home", "home_page", "front_page"] },
      { ...say.site.menu, type: "links", keys: ["navigation"], parts: ["label", "url"] },
      { ...say.site.footMenu, type: "links", keys: ["secondary_navigation"], parts: ["label", "url"] },
      { ...say.site.disclaimer, type: "long", keys: ["disclaimer"] },
    ],
  },
  {
    legend: say.practice.legend,
    hint: say.practice.hint,
    fields: [
      { ...say.practice.name, type: "text", inside: practice, keys: ["name"] },
      { ...say.practice.kind, type: "choice", inside: practice, keys: ["kind", "type"], choices: kinds },
      { ...say.practice.street, type: "text", inside: address, keys: ["street", "street_address"] },
      { ...say.practice.postalCode, type: "text", inside: address, keys: ["postal_code", "postcode", "zip"] },
      { ...say.practice.town, type: "text", inside: address, keys: ["city", "locality", "town"] },
      { ...say.practice.region, type: "text", inside: address, keys: ["region", "state"] },
      { ...say.practice.country, type: "text", inside: address, keys: ["country"] },
      { ...say.practice.telephone, type: "text", inside: practice, keys: ["telephone", "phone"] },
      { ...say.practice.email, type: "text", inside: practice, keys: ["email"] },
      { ...say.practice.hours, type: "lines", inside: practice, keys: ["hours", "opening_hours"] },
      { ...say.practice.languages, type: "lines", inside: practice, keys: ["languages"] },
      { ...say.practice.licences, type: "lines", inside: practice, keys: ["licences", "licenses", "licence", "license"] },
      { ...say.practice.bookingLabel, type: "text", inside: booking, keys: ["label", "text", "title"] },
      { ...say.practice.bookingUrl, type: "text", inside: booking, keys: ["url", "link", "href"] },
    ],
  },
  {
    legend: say.crisis.legend,
    hint: say.crisis.hint,
    fields: [
      { ...say.crisis.name, type: "text", inside: crisis, keys: ["name"] },
      { ...say.crisis.number, type: "text", inside: crisis, keys: ["number", "telephone", "phone"] },
      { ...say.crisis.link, type: "text", inside: crisis, keys: ["link", "url"] },
      { ...say.crisis.words, type: "lines", inside: crisis, keys: ["words"] },
    ],
  },
];
