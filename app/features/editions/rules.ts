import type { Edition } from '#app/domain/edition.ts'
import { dayText, shortDayText } from '#app/domain/time.ts'

export interface RuleSection {
  title: string
  sentences: string[]
  /** a list under the sentences: one after the other */
  steps?: string[]
  /** a list under the sentences: in any order */
  points?: string[]
  /** where there is more about it, below the edition's own address */
  more?: { at: string; label: string }
}

/** How an edition judges, said from its live settings; what the scale and the weights are is said beside it, from the categories. */
export function rulesOf(edition: Edition): RuleSection[] {
  const { settings } = edition
  return [
    {
      title: 'Who judges',
      sentences: [
        `Each category has a panel of ${settings.panelSize} judges: people who work in care, partners of the awards, and people who draw on care. One of them leads the panel. Judges sign that they keep what they read to themselves.`,
        'There is no public vote, and sponsors do not choose winners.',
      ],
    },
    {
      title: 'What judges read',
      sentences: [
        'Everything that was written about one person, team or service in a category is laid together and read as one. Judges do not see who wrote it, nor how many did, so more nominations do not add weight.',
        'Names and health details of people who receive care are covered before judges read.',
        `Not more than ${settings.shortlistSize} entries of a category go to the panel. They are the finalists.`,
      ],
    },
    missingScores(edition),
    standings(edition),
    {
      title: 'Ties',
      sentences: ['Two entries are level when their means are the same to the last digit. Then, one after the other, until one is ahead:'],
      steps: [
        'The means for each criterion are compared, from the heaviest to the lightest.',
        'The judges who scored both are counted: which of the two did more of them place higher?',
        'The medians are compared.',
        'The panel decides, by a recorded vote or a joint award. Nothing is drawn by lot.',
      ],
    },
    {
      title: 'When a judge has a tie to somebody',
      sentences: [
        'A judge who works or has worked with somebody, is related to them, sponsors them or nominated them does not see that entry and does not score it. Judges tell us their employers and ties before they begin, and we look for more ourselves. Stepping aside is not a low score: it does not count at all.',
      ],
    },
    {
      title: 'How it is decided',
      sentences: [
        'The panel meets and sees the scores for the first time. It decides the winner, writes down why, and may decide on “highly commended” or on no award. A decision that differs from the order of the scores says so and gives its reason.',
        'Whoever has a tie to somebody in a category, or belongs to its sponsor, leaves the room while it is decided.',
        ...(settings.oneAwardEach ? ['Nobody has an award in more than one category.'] : []),
        'Two people then seal the results of each category. A fingerprint of the sealed results is published at once, so that after the ceremony anybody can check that nothing was changed.',
        'Once the winner of a category is named on stage, its score sheet becomes public with the seal: every mark that counted, by entry and criterion. Judges and entries are numbers on it, not names; but the seal says which number won, so the winner’s marks can be found. Nothing that judges wrote is on it.',
      ],
      more: { at: 'seal', label: 'The seal, and how to check it' },
    },
    notKnown(edition),
  ]
}

function missingScores({ settings: { quorum, quorumRule } }: Edition): RuleSection {
  const below = quorumRule === 'not-ranked' ? 'An entry that fewer have scored is not ranked until they have.' : 'An entry that fewer have scored is ranked, with a warning beside it.'
  return {
    title: 'When scores are missing',
    sentences: [
      `At least ${quorum} ${quorum === 1 ? 'judge' : 'judges'} must finish scoring an entry. ${below}`,
      'A score that was not given is not a 0. “I cannot judge this” and stepping aside are kept apart from 0, and the mean is taken over the scores there are.',
    ],
  }
}

function standings({ settings: { ordering } }: Edition): RuleSection {
  const rule =
    ordering === 'raw'
      ? 'Entries are ordered by the mean of the judges’ weighted scores. Beside it the panel sees a second order, in which each judge’s strictness is taken out.'
      : 'Some judges are stricter than others. Entries are ordered by the mean of the weighted scores with each judge’s strictness taken out. Beside it the panel sees the order of the plain means.'
  return { title: 'The order of entries', sentences: [rule, 'Where the two orders differ at a prize, the panel looks at those entries first.'] }
}

function notKnown({ ceremony_place, settings, time_zone }: Edition): RuleSection {
  const open = [
    'The names of the judges, until they have accepted',
    'How many entries there are in each category, until nominations close',
    ...(ceremony_place ? [] : ['Where the ceremony is held']),
  ]
  const { judgingOpens, judgingCloses, moderation } = settings.timetable
  return {
    title: 'What is not known yet',
    sentences: [`Judges score from ${shortDayText(judgingOpens, time_zone)} to ${shortDayText(judgingCloses, time_zone)}; the panels meet from ${dayText(moderation, time_zone)}. Still open:`],
    points: open,
  }
}

/** Whether these rules may still change. */
export function standingOf({ stage, opens_at, time_zone }: Edition): string {
  return stage === 'preparing'
    ? 'These rules may still change until nominations open.'
    : `Nominations opened on ${dayText(opens_at, time_zone)}. Since then the order of entries cannot be changed, and any other change to these rules takes a reason that is kept.`
}
