import type { Attachment } from '#app/domain/attachment.ts'
import { lastMoment, type Edition } from '#app/domain/edition.ts'
import { dayText, momentText, shortDayText } from '#app/domain/time.ts'
import { chosenCategories, isOneself, sameAnswers, type Answers, type Asked } from '#app/features/nominations/journey.ts'
import { canEdit, canWithdraw } from '#app/features/nominations/policy.ts'
import { findDraft, getSentAnswers, isSealedOver } from '#app/features/nominations/queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { NominationRow } from '#db/schema.ts'

/** What a nominator may know of their nomination. */
export interface StatusFacts {
  reference: string
  nominee: string
  categories: string[]
  received: string
  withdrawn: string | null
  versions: number
  /** the file that was sent with it */
  attachment?: Attachment
  /** the draft says something else by now */
  unsentChanges: boolean
  mayEdit: boolean
  mayWithdraw: boolean
  editUntil: string
  next: string[]
  /** the ceremony has been */
  over: boolean
}

export async function getStatus(ctx: Ctx, edition: Edition, asked: Asked, nomination: NominationRow): Promise<StatusFacts> {
  const answers = await getSentAnswers(ctx, nomination)
  const { time_zone: zone } = edition
  return {
    reference: nomination.reference,
    nominee: answers.name ?? '',
    categories: chosenCategories(asked, answers).map((category) => category.name),
    received: momentText(nomination.received_at, zone),
    withdrawn: nomination.withdrawn_at && momentText(nomination.withdrawn_at, zone),
    versions: nomination.version,
    attachment: nomination.state === 'live' ? answers.attachment : undefined,
    unsentChanges: await hasUnsentChanges(ctx, asked, nomination, answers),
    mayEdit: canEdit(nomination, edition).ok,
    mayWithdraw: canWithdraw(nomination, await isSealedOver(ctx, nomination)).ok,
    editUntil: momentText(lastMoment(edition), zone),
    next: whatHappensNext(edition, answers),
    over: edition.now > edition.ceremony_at,
  }
}

/** Whether the draft says something else by now than what is in force; of what was withdrawn nothing is in force. */
export async function hasUnsentChanges(ctx: Ctx, asked: Asked, nomination: NominationRow, sent?: Answers): Promise<boolean> {
  const draft = nomination.draft_id && nomination.state === 'live' ? await findDraft(ctx, nomination.draft_id) : undefined
  return draft !== undefined && !sameAnswers(asked, sent ?? (await getSentAnswers(ctx, nomination)), draft.answers)
}

function whatHappensNext(edition: Edition, answers: Answers): string[] {
  const { time_zone: zone, settings: { timetable } } = edition
  const day = (at: string) => shortDayText(at, zone)
  const name = answers.name ?? 'your nominee'
  const told = answers.shareName === 'yes' ? 'We say it was you.' : 'We do not give your name.'
  const steps = [
    { at: edition.closes_at, line: `Nominations close at ${momentText(edition.closes_at, zone)}.` },
    ...(isOneself(answers) ? [] : [{ at: timetable.screeningDone, line: `We tell ${name} that they have been nominated. ${told}` }]),
    { at: timetable.shortlist, line: `Shortlists are made by ${day(timetable.shortlist)}.` },
    { at: timetable.judgingCloses, line: `Judges read and score from ${day(timetable.judgingOpens)} to ${day(timetable.judgingCloses)}.` },
    { at: edition.ceremony_at, line: `The winners are named at the ceremony on ${dayText(edition.ceremony_at, zone)}.` },
  ]
  return steps.filter((step) => step.at > edition.now).map((step) => step.line)
}
