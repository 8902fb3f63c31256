import { entryPath, minutesText } from '#app/features/judging/desk.ts'
import type { HomeCard } from '#app/features/judging/desk.queries.server.ts'
import type { Progress } from '#app/features/judging/scorecard.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { Lead, SectionTitle } from '#app/ui/heading.tsx'
import { TaskList, type Task } from '#app/ui/task-list.tsx'

/** An entry as a judge's first page lists it. */
export interface ShownCard extends Omit<HomeCard, 'entry'> {
  entryId: string
}
export interface HomeCategory {
  slug: string
  name: string
  cards: ShownCard[]
}

const tags: Record<Progress, Task['status']> = {
  'to-do': { label: 'To do', tone: 'neutral' },
  'in-progress': { label: 'In progress', tone: 'waiting' },
  finished: { label: 'Finished', tone: 'good' },
  'look-again': { label: 'Changed: look again', tone: 'stopped' },
}

/** What is left, in minutes, and the way to the next of it. */
export function WhatIsLeft({ slug, minutes, until, cards }: { slug: string; minutes: number; until: string; cards: ShownCard[] }) {
  const left = cards.filter(({ progress }) => progress !== 'finished')
  const [next] = left.toSorted((a, b) => order.indexOf(a.progress) - order.indexOf(b.progress))
  if (!next) return <Lead>Everything is finished. Thank you: that is what makes this fair. You can open a scorecard again while judging lasts.</Lead>
  return (
    <>
      <Lead>{left.length} of {cards.length} {cards.length === 1 ? 'entry' : 'entries'} left to finish: about {minutesText(minutes)}. You have until {until}. Stop whenever you like; everything is saved.</Lead>
      <div><LinkButton href={entryPath(slug, next.entryId)}>{next.progress === 'to-do' ? 'Read' : 'Go on with'} {next.nominee.name}</LinkButton></div>
    </>
  )
}

/** What is taken up first. */
const order: Progress[] = ['look-again', 'in-progress', 'to-do', 'finished']

export function CategoryCards({ slug, category: { slug: category, name, cards } }: { slug: string; category: HomeCategory }) {
  return (
    <section className="grid gap-4">
      <SectionTitle>{name}</SectionTitle>
      <TaskList items={cards.map((card) => taskOf(slug, card))} />
      <p><a href={`/judge/${slug}/ranking/${category}`} className="inline-flex min-h-11 items-center">My ranking so far<span className="sr-only"> in {name}</span></a></p>
    </section>
  )
}

function taskOf(slug: string, { entryId, nominee, progress, outdated, given, of }: ShownCard): Task {
  const place = [nominee.job, nominee.employer].filter(Boolean).join(', ')
  const how = progress === 'in-progress' ? `${given} of ${of} scored${outdated ? '. What there is to read has changed since you began' : ''}` : ''
  return {
    title: nominee.name, href: entryPath(slug, entryId), hint: [place, how].filter(Boolean).join(' · '),
    status: tags[progress],
  }
}

/** Those that lack nothing but to be finished, together. */
export function FinishAll({ ready }: { ready: ShownCard[] }) {
  const many = ready.length > 1
  return (
    <section className="grid gap-4">
      <SectionTitle>Ready to finish</SectionTitle>
      <p className="max-w-text">You have scored everything for {new Intl.ListFormat('en-GB').format(ready.map(({ nominee }) => nominee.name))}. Finished scorecards count; you can open them again while judging lasts.</p>
      <Form>
        {ready.map(({ entryId }) => <HiddenField key={entryId} name="entry" value={entryId} />)}
        <div><Button variant="secondary">{many ? `Finish these ${ready.length} scorecards` : 'Finish this scorecard'}</Button></div>
      </Form>
    </section>
  )
}
