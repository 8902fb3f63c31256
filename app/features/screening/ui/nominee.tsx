import { publicUses, type Publicity } from '#app/domain/publicity.ts'
import type { Summary } from '#app/features/screening/nominee.queries.server.ts'
import { ifNoAnswer, tellingLabels, toTell, type ToTell } from '#app/features/screening/notices.content.ts'
import { useWords } from '#app/features/screening/words.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { NomineeAnswer, NomineeKind } from '#db/vocabulary.ts'

/** What a nominee sees of themselves. */
export interface NomineeView {
  kind: NomineeKind
  name: string
  job: string
  employer: string
  reach: string
  saidAs: string
  answer: NomineeAnswer
  /** nothing of theirs goes forward to the judges */
  out: boolean
  publicity: Publicity
  nominations: (Omit<Summary, 'receivedAt'> & { received: string })[]
  tellings: Record<ToTell, string>
}

const answers: Record<NomineeAnswer, string> = {
  none: `You have not answered yet, and you need not. ${ifNoAnswer}`,
  accepted: 'You said yes. Thank you.',
  declined: 'You said no, so you take no part in the awards.',
  objected: 'You asked us to stop, so nobody judges these nominations any more. Write to us if you want them deleted at once.',
}

export function AnswerSoFar({ view: { answer, out, publicity } }: { view: Pick<NomineeView, 'answer' | 'out' | 'publicity'> }) {
  return (
    <section className="grid gap-4">
      <SectionTitle>Your answer</SectionTitle>
      <p className="max-w-text">{answer === 'none' && out ? 'You have not answered yet. You need not.' : answers[answer]}</p>
      {answer === 'accepted' && <SummaryList rows={publicUses.map((use) => ({ key: useWords[use], value: publicity[use] === 'yes' ? 'May be public' : 'Not public' }))} />}
    </section>
  )
}

/** The nominations in summary: the words themselves may tell of other people, so they are given on request. */
export function HeldNominations({ nominations }: Pick<NomineeView, 'nominations'>) {
  return (
    <section className="grid gap-4">
      <SectionTitle>{nominations.length === 1 ? 'The nomination' : `The ${nominations.length} nominations`}</SectionTitle>
      <ul className="grid max-w-form gap-4">
        {nominations.map(({ id, categories, nominator, received, words, state }) => (
          <li key={id} className="grid gap-1 rounded-card border border-hair p-4 md:p-6">
            <strong>{categories.join(', ') || 'No category'}</strong>
            <span>{nominator ? `From ${nominator}` : 'From somebody who asked us not to give their name'}, on {received}</span>
            <span className="text-ink2">{state === 'withdrawn' ? 'Taken back by who wrote it. It takes no part.' : `${words} words about your work`}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is written down about them, and everything the law says they must be told about that. */
export function HeldAbout({ view }: { view: NomineeView }) {
  const { kind, name, saidAs, job, employer, reach, tellings } = view
  return (
    <section className="grid gap-4">
      <SectionTitle>What else we hold about you</SectionTitle>
      <SummaryList
        rows={[
          { key: 'Name', value: name },
          { key: 'How it is said', value: saidAs || 'Not given' },
          ...(kind === 'person' ? [{ key: 'Job', value: job || 'Not given' }] : []),
          { key: 'Where you work', value: employer || 'Not given' },
          { key: 'How to reach you', value: reach || 'Not given' },
        ]}
      />
      <Disclosure summary="What we do with it, and your rights">
        <SummaryList rows={toTell.map((key) => ({ key: tellingLabels[key], value: tellings[key] }))} />
        <p><a href="/privacy">How we use personal information, in full</a></p>
      </Disclosure>
    </section>
  )
}
