import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { momentText } from '#app/domain/time.ts'
import { getProgramme } from '#app/features/categories/queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { JudgeFrame } from '#app/features/editions/ui/frames.tsx'
import { deskPath } from '#app/features/judging/desk.ts'
import { readHome, type HomeCard } from '#app/features/judging/desk.queries.server.ts'
import { requireJudge } from '#app/features/judging/guard.server.ts'
import { finishAll } from '#app/features/judging/scoring.commands.server.ts'
import { finishAllForm } from '#app/features/judging/scoring.forms.ts'
import { CategoryCards, FinishAll, WhatIsLeft, type ShownCard } from '#app/features/judging/ui/desk-home.tsx'
import { KeptCards } from '#app/features/judging/ui/kept-on-device.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, saidDone, seeOther } from '#app/platform/respond.server.ts'
import autosave from '#app/ui/autosave.ts?worker&url'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageTitle } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'

const doneSentences = {
  finished: 'Your scorecard is finished.',
  'all-finished': 'Your scorecards are finished.',
  'stepped-aside': 'You have stepped aside. Thank you for saying so.',
}

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, judge } = await requireJudge(args)
  const { cards, ...home } = await readHome(ctx, edition, judge)
  const { categories } = await getProgramme(ctx, edition)
  const judged = categories.map(({ id, slug, name }) => ({ slug, name, cards: cards.filter(({ entry }) => entry.category_id === id).map(shownOf) }))
  return {
    slug: edition.slug, name: edition.name, categories: judged.filter((category) => category.cards.length > 0), ...home,
    until: momentText(edition.settings.timetable.judgingCloses, edition.time_zone), done: saidDone(args.request, doneSentences),
  }
}

function shownOf({ entry, ...card }: HomeCard): ShownCard {
  return { entryId: entry.id, ...card }
}

/** Finishes the scorecards that the page named as ready. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, judge } = await requireJudge(args)
  const form = await readForm(args.request, finishAllForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const finished = await finishAll(ctx, edition, judge, form.value.entry)
  return finished.ok ? seeOther(`${deskPath(edition.slug)}?done=all-finished`) : refusedForm(finished)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Your entries – Judging ${data?.slug ?? ''} – ${siteName}` }]

export default function JudgeHome() {
  const { slug, name, categories, ready, minutes, until, aside, done } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const cards = categories.flatMap((category) => category.cards)
  return (
    <JudgeFrame slug={slug} width="text">
      {again ? <ErrorSummary errors={again.errors} /> : done && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption={name}>Your entries</PageTitle>
      {cards.length > 0 ? <WhatIsLeft slug={slug} minutes={minutes} until={until} cards={cards} /> : <Nothing />}
      <KeptCards slug={slug} cards={cards} />
      {ready.length > 0 && <FinishAll ready={cards.filter(({ entryId }) => ready.includes(entryId))} />}
      {categories.map((category) => <CategoryCards key={category.slug} slug={slug} category={category} />)}
      {aside > 0 && <p>You stand aside from {aside === 1 ? 'one entry' : `${aside} entries`}.</p>}
      <script type="module" src={autosave} />
    </JudgeFrame>
  )
}

function Nothing() {
  return (
    <EmptyState title="There is nothing to read at present">
      <p>Entries appear here when judging opens, and go when it ends. We write to you before.</p>
    </EmptyState>
  )
}
