// What the form of the site's settings shows, in groups. https://schema.org has the kinds of practices.
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
  ["LocalBusiness", "A business with a door"],
  ["MedicalClinic", "Clinic or group practice"],
  ["Physician", "Doctor’s practice"],
  ["Psychiatric", "Psychiatry and psychotherapy"],
  ["MedicalBusiness", "Another practice for health"],
  ["Physiotherapy", "Physiotherapy"],
  ["Dentist", "Dentist"],
  ["DietNutrition", "Nutrition"],
  ["Midwifery", "Midwives"],
  ["Nursing", "Nursing"],
  ["ProfessionalService", "Another profession"],
  ["EducationalOrganization", "School or courses"],
  ["NGO", "Charity"],
];

export const siteGroups: Group[] = [
  {
    fields: [
      { label: "Name of the site", type: "text", keys: ["title"] },
      { label: "One line about it", type: "long", keys: ["description"] },
      { label: "Address", hint: "Such as https://example.org", type: "text", keys: ["url"] },
      { label: "Language", hint: "Such as en, de or fr-CA.", type: "text", keys: ["language", "lang", "locale"] },
      { label: "Time zone", hint: "Such as Europe/Berlin.", type: "text", keys: ["timezone"] },
      { label: "Colour", type: "colour", keys: ["accent_color"] },
      { label: "Logo", type: "picture", keys: ["logo"] },
      { label: "Icon", hint: "In the browser’s tab.", type: "picture", keys: ["icon"] },
      { label: "Wide picture", type: "picture", keys: ["cover_image"] },
      { label: "First page", hint: "Such as pages/welcome.md; without one, the list of posts.", type: "text", keys: ["home", "home_page", "front_page"] },
      { label: "Menu", type: "links", keys: ["navigation"], parts: ["label", "url"] },
      { label: "Menu at the foot", type: "links", keys: ["secondary_navigation"], parts: ["label", "url"] },
      { label: "Note below texts about health", type: "long", keys: ["disclaimer"] },
    ],
  },
  {
    legend: "The practice",
    hint: "On every page, on the contact card, and for search engines. What is empty is not shown.",
    fields: [
      { label: "Name of the practice", hint: "Without one, the name of the site.", type: "text", inside: practice, keys: ["name"] },
      { label: "Kind", type: "choice", inside: practice, keys: ["kind", "type"], choices: kinds },
      { label: "Street and number", type: "text", inside: address, keys: ["street", "street_address"] },
      { label: "Postal code", type: "text", inside: address, keys: ["postal_code", "postcode", "zip"] },
      { label: "Town", type: "text", inside: address, keys: ["city", "locality", "town"] },
      { label: "State or region", type: "text", inside: address, keys: ["region", "state"] },
      { label: "Country", hint: "Such as US or Germany.", type: "text", inside: address, keys: ["country"] },
      { label: "Telephone", type: "text", inside: practice, keys: ["telephone", "phone"] },
      { label: "E-mail", type: "text", inside: practice, keys: ["email"] },
      { label: "Hours", hint: "A time of the day on each line, such as Mon-Thu 9:00-17:30.", type: "lines", inside: practice, keys: ["hours", "opening_hours"] },
      { label: "Languages spoken", hint: "One on each line.", type: "lines", inside: practice, keys: ["languages"] },
      { label: "Licences", hint: "One on each line, as they have to stand there.", type: "lines", inside: practice, keys: ["licences", "licenses", "licence", "license"] },
      { label: "Words of the booking link", hint: "Such as Book a first call.", type: "text", inside: booking, keys: ["label", "text", "title"] },
      { label: "Where booking leads", hint: "A booking service, a page, tel: or mailto:.", type: "text", inside: booking, keys: ["url", "link", "href"] },
    ],
  },
  {
    legend: "Help in a crisis",
    hint: "Above posts that have one of the words, and first in searches for them. Call the number before you publish it.",
    fields: [
      { label: "Who helps", type: "text", inside: crisis, keys: ["name"] },
      { label: "Number", type: "text", inside: crisis, keys: ["number", "telephone", "phone"] },
      { label: "Their page", type: "text", inside: crisis, keys: ["link", "url"] },
      { label: "Words", hint: "One on each line; without any, a list in the site’s language.", type: "lines", inside: crisis, keys: ["words"] },
    ],
  },
];
