import { z } from 'zod'

/** What several forms ask for: one rule and one sentence for each. `what`: names the field where others stand beside it. */
export const line = (most: number, what = '') =>
  z.string().max(most, `Use ${most} characters or fewer${what && ` for ${what}`}.`).refine((text) => !text.includes('\n'), 'Write this on one line.')

/** "Write the quorum as a number from 1 to 50." */
export const wholeNumber = (what: string, least: number, most: number) =>
  z.string().regex(/^\d{1,4}$/, `Write ${what} as a whole number.`).refine((one) => Number(one) >= least && Number(one) <= most, `Write ${what} as a number from ${least} to ${most}.`)

const notSeen = 'This page was sent without what it belongs to. Open it again, then decide.'

/** The version of the record that a page showed: what is changed is what was seen. */
export const seenVersion = z.string().regex(/^\d{1,9}$/, notSeen).transform(Number)

/** The longest address that mail can reach (RFC 5321). */
const longestAddress = 254
const addressLike = z.email()

/** An email address, or nothing; in small letters, so that one person has one. */
export const emailAddress = line(longestAddress, 'the email address')
  .refine((text) => text === '' || addressLike.safeParse(text).success, 'Write an email address like name@example.com.')
  .toLowerCase()

/** A telephone number as people write it, or nothing. */
export const phoneNumber = line(40, 'the phone number').refine((text) => text === '' || (text.match(/\d/g) ?? []).length >= 7, 'Write a phone number like 01632 960 001.')

/** The email address that somebody wrote as a way to reach a nominee; undefined when it says something else. */
export function emailIn(reach: string): string | undefined {
  const read = emailAddress.safeParse(reach.trim())
  return read.success && read.data ? read.data : undefined
}
