import { lastMoment, nominationPhase, type Edition } from '#app/domain/edition.ts'
import type { Announced } from '#app/domain/reveal.ts'
import { clockText, dayText, momentText, untilText } from '#app/domain/time.ts'
import { openingIsOverdue } from '#app/features/editions/year.ts'

/** The one thing the home page says first, which changes with the stage of the year. */
export interface Now {
  lead: string
  /** what to do about it, if there is something */
  act?: { label: string; href: string }
  /** the date behind it */
  note?: string
}

export function nowOf(edition: Edition, announced: Announced = 'nobody'): Now {
  return announced === 'nobody' ? nowBefore(edition) : winnersNow(edition, announced)
}

function winnersNow({ slug }: Edition, announced: Announced): Now {
  const winners = `/${slug}/winners`
  if (announced === 'some') return { lead: 'The winners are being named now, one by one.', act: { label: 'Follow the winners', href: winners }, note: 'The page is a minute behind the stage.' }
  return { lead: 'The winners have been named. Thank you to them, to everybody who was nominated, and to everybody who wrote.', act: { label: 'See the winners', href: winners } }
}

function nowBefore(edition: Edition): Now {
  const { slug, now, closes_at, ceremony_at, time_zone: zone } = edition
  const nominate = { label: 'Nominate someone', href: `/${slug}/nominate` }
  switch (nominationPhase(edition, now)) {
    case 'not-open': return { lead: 'Soon you can tell us who deserves thanks, in your own words.', act: { label: 'See the categories', href: `/${slug}/categories` }, note: openingText(edition) }
    case 'open': return {
      lead: 'Somebody made a hard day easier. Tell us who, in your own words. It takes about ten minutes, and it is free.', act: nominate,
      note: `Nominations close ${untilText(now, closes_at, zone)}, at ${momentText(closes_at, zone)}.`,
    }
    case 'grace': return {
      lead: `Nominations closed at ${clockText(closes_at, zone)}. If you have begun one, send it now.`, act: nominate,
      note: `What reaches us by ${clockText(lastMoment(edition), zone)} still counts.`,
    }
    case 'closed': return {
      lead: `Nominations closed on ${dayText(closes_at, zone)}. Thank you to everybody who wrote.`, act: { label: 'What happens next', href: '#the-year' },
      note: edition.stage === 'archived' ? undefined : `The ceremony is on ${dayText(ceremony_at, zone)}.`,
    }
  }
}

/** A plan is said as a day; what is on the clock is said to the minute. */
function openingText(edition: Edition): string | undefined {
  const { opensByClock, opens_at, now, time_zone } = edition
  if (opensByClock) return `Nominations open ${untilText(now, opens_at, time_zone)}, at ${momentText(opens_at, time_zone)}.`
  return openingIsOverdue(edition) ? 'Nominations are not open yet.' : `We plan to open nominations on ${dayText(opens_at, time_zone)}.`
}
