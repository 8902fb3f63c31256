import type { Entry, EntryOf } from '#app/features/screening/screening.queries.server.ts'
import { kindLabels } from '#app/features/nominations/ui/labels.ts'
import { answerLabels, EntryState, EntryTag } from '#app/features/screening/ui/labels.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { NomineeAnswer } from '#db/vocabulary.ts'

interface EntryFactsProps {
  slug: string
  entry: Entry
  entries: EntryOf[]
  answer: NomineeAnswer
  told: boolean
}

/** How an entry stands, who it is about, and where else they are nominated. */
export function EntryFacts({ slug, entry, entries, answer, told }: EntryFactsProps) {
  const others = entries.filter(({ id }) => id !== entry.id)
  const reason = (label: string, value: string) => (value ? [{ key: label, value }] : [])
  return (
    <SummaryList
      rows={[
        { key: 'State', value: <EntryState slug={slug} entry={entry} /> },
        ...(entry.screening === 'ineligible' ? reason('Why not eligible', entry.screening_reason) : []),
        ...reason(entry.standing === 'standing' ? 'Why it stands again' : 'Why it stood down', entry.standing_reason),
        { key: 'They are', value: [kindLabels[entry.kind], entry.job].filter(Boolean).join(', ') },
        { key: 'Works at', value: entry.employer || 'Not given' },
        { key: 'Notice', value: <>{told ? 'They have been told. ' : 'They have not been told yet. '}{answerLabels[answer]}. <a href={`/organise/${slug}/notices/${entry.nominee_id}`}>The notice</a></> },
        ...(others.length ? [{ key: 'Also nominated for', value: <EntryLinks slug={slug} entries={others} /> }] : []),
      ]}
    />
  )
}

/** A nominee's entries, each with how it stands. */
export function EntryLinks({ slug, entries }: { slug: string; entries: EntryOf[] }) {
  return (
    <ul className="grid gap-2">
      {entries.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <a href={`/organise/${slug}/entries/${one.id}`} className="inline-flex min-h-11 items-center">{one.category}</a>
          <EntryTag entry={one} />
        </li>
      ))}
    </ul>
  )
}

/** What else can be done with an entry. */
export function EntryActs({ slug, entry, mayAct }: { slug: string; entry: Entry; mayAct: boolean }) {
  const at = `/organise/${slug}/entries/${entry.id}`
  const acts = [
    { href: `${at}/as-judges`, label: 'Read it as judges do', always: true },
    { href: `${at}/nominee`, label: 'Correct the name, the workplace or how to reach them' },
    { href: `${at}/move`, label: 'Move it to another category' },
    { href: `${at}/stand`, label: entry.standing === 'standing' ? 'Stand it down' : 'Let it stand again' },
  ]
  return (
    <section className="grid gap-4 print:hidden">
      <SectionTitle>More</SectionTitle>
      <ul className="grid gap-1">
        {acts.filter(({ always }) => always || mayAct).map(({ href, label }) => (
          <li key={href}><a href={href} className="inline-flex min-h-11 items-center">{label}</a></li>
        ))}
      </ul>
    </section>
  )
}
