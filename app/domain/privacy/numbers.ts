import type { Span } from '#app/domain/redaction.ts'

// No character of these can be read in two ways, and every repeat is bounded: no text takes longer than its length says.
const postcode = /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?[ \u00A0]?\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/giu
const email = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g
const phone = /(?<![\p{L}\p{N}])(?:\+44|0)(?:[ \u00A0().-]{0,2}\d){9,11}(?!\d)/gu
const tenDigits = /(?<!\d)\d{3}[ \u00A0-]?\d{3}[ \u00A0-]?\d{4}(?!\d)/g
const months = 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const birth = new RegExp(
  `\\b(?:born|birthday|birth|dob|d\\.o\\.b)\\b[^\\n\\d]{0,16}(\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${months})\\b(?:,? \\d{4})?)`, 'gid')

export const findPostcodes = (text: string): Span[] => all(text, postcode)
export const findContacts = (text: string): Span[] => [...all(text, email), ...all(text, phone)]

/** NHS numbers, by their check digit, and dates of birth. */
export function findIdentity(text: string): Span[] {
  const births = [...text.matchAll(birth)].map(({ indices }) => indices?.[1]).filter((at) => at !== undefined).map(([from, to]) => ({ from, to }))
  return [...all(text, tenDigits).filter(({ from, to }) => isNhsNumber(text.slice(from, to))), ...births]
}

function all(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((found) => ({ from: found.index, to: found.index + found[0].length }))
}

/** NHS Data Dictionary, "NHS NUMBER": the ten digits, weighted from ten down to one, add up to a multiple of eleven. */
function isNhsNumber(written: string): boolean {
  const sum = [...written.replace(/\D/g, '')].reduce((total, digit, n) => total + Number(digit) * (10 - n), 0)
  return sum > 0 && sum % 11 === 0
}
