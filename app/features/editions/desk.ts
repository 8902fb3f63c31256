import type { Edition } from '#app/domain/edition.ts'
import { lastMoment } from '#app/domain/edition.ts'
import type { Gap } from '#app/domain/gaps.ts'
import { clockText, dayText, momentText, untilText } from '#app/domain/time.ts'
import { openingIsOverdue } from '#app/features/editions/year.ts'

/** The next step of the year: what it is, what it does and to whom it writes, and the ways to take it. */
export interface NextStep {
  title: string
  effect: string[]
  acts: { label: string; href: string; main?: boolean }[]
}

/** A count that leads to the list behind it. */
export interface Figure {
  label: string
  value: number
  href: string
}

/** `edition` by the clock; `href`s are below its own address. `mayAct`: whoever looks is shown what there is to do. */
export function nextStep(edition: Edition, gaps: Gap[], received: number, mayAct: boolean): NextStep {
  switch (edition.stage) {
    case 'preparing': return edition.opensByClock ? waiting(edition) : opening(edition, gaps)
    case 'nominating': return closing(edition, received)
    case 'screening': return screening(edition, mayAct)
    case 'judging': return judging(edition)
    case 'ceremony': return ceremony(edition)
    case 'archived': return archived
  }
}

function opening(edition: Edition, gaps: Gap[]): NextStep {
  return {
    title: 'Next: open nominations',
    effect: [
      ...(openingIsOverdue(edition) ? [`The opening was planned for ${dayText(edition.opens_at, edition.time_zone)}.`] : []),
      `The public pages then take nominations until ${momentText(edition.closes_at, edition.time_zone)}. The rules that judging relies on freeze. It writes to nobody.`,
    ],
    acts: gaps.length ? [] : [{ label: 'Open nominations', href: 'open', main: true }],
  }
}

function waiting(edition: Edition): NextStep {
  const { now, opens_at, time_zone } = edition
  return {
    title: `Nominations open by themselves ${untilText(now, opens_at, time_zone)}`,
    effect: [`It is on the clock for ${momentText(opens_at, time_zone)}. Until then, nothing can be changed that would leave something missing. Opening writes to nobody.`],
    acts: [{ label: 'Open now, or take it off the clock', href: 'open' }],
  }
}

function closing(edition: Edition, received: number): NextStep {
  const { now, closes_at, time_zone } = edition
  const ended = now > closes_at
  return {
    title: ended ? 'Next: the last minutes of grace' : `Nominations close ${untilText(now, closes_at, time_zone)}`,
    effect: [
      `They ${ended ? 'closed' : 'close'} by themselves at ${momentText(closes_at, time_zone)}; what reaches us by ${clockText(lastMoment(edition), time_zone)} still counts. Closing writes to nobody.`,
    ],
    acts: [
      { label: 'Move the closing time', href: 'settings/dates' },
      { label: 'Close now', href: 'close' },
      ...(received === 0 ? [{ label: 'Back to preparing', href: 'return' }] : []),
    ],
  }
}

function screening(edition: Edition, mayAct: boolean): NextStep {
  return {
    title: mayAct ? 'Next: from nominations to finalists' : 'Now: from nominations to finalists',
    effect: [
      `Nominations closed at ${momentText(edition.closes_at, edition.time_zone)}.`,
      mayAct ? 'The list goes from top to bottom; each part can be begun before the one above is done.' : 'Organisers read what came in, tell the nominees and choose the finalists.',
    ],
    acts: [{ label: 'Open nominations again', href: 'reopen' }],
  }
}

function judging({ settings: { timetable }, now, time_zone }: Edition): NextStep {
  return {
    title: now < timetable.moderation ? 'Now: judging' : 'Now: the panels decide',
    effect: [
      `Judges ${now > timetable.judgingCloses ? 'had' : 'have'} until ${momentText(timetable.judgingCloses, time_zone)} to score. Nobody sees totals before scoring is closed, organisers neither.`,
      'Then, category by category, the panel decides and two of you seal. With the last one comes the ceremony.',
    ],
    acts: [],
  }
}

function ceremony({ ceremony_at, now, time_zone }: Edition): NextStep {
  return {
    title: now < ceremony_at ? `The ceremony is ${untilText(now, ceremony_at, time_zone)}` : 'Next: archive the year',
    effect: [
      `Every result is sealed. The winners ${now < ceremony_at ? 'are' : 'were'} named on stage at ${momentText(ceremony_at, time_zone)}, and the public pages ${now < ceremony_at ? 'follow each a minute later' : 'followed each'}.`,
      'When all are named, the year can be archived. That writes to nobody.',
    ],
    acts: [
      { label: 'Running order and stage', href: 'ceremony', main: now < ceremony_at },
      { label: 'Archive this edition', href: 'archive', main: now >= ceremony_at },
    ],
  }
}

const archived: NextStep = {
  title: 'This year is over', effect: ['It is archived. The winners stay public, and what must be deleted is deleted in its time.'],
  acts: [{ label: 'Download a copy of it', href: 'exports' }, { label: 'Take it out of the archive', href: 'archive/return' }],
}
