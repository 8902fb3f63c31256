import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nextStage } from '#app/domain/edition-stage.ts'
import { gapsBeforeJudging, isReadyToJudge } from '#app/domain/judging-gaps.ts'
import { momentText } from '#app/domain/time.ts'
import { seenForm } from '#app/features/editions/forms.ts'
import { siteName } from '#app/features/editions/template.ts'
import { ConfirmPage } from '#app/features/editions/ui/confirm.tsx'
import { openJudging } from '#app/features/judging/opening.commands.server.ts'
import { listReaders } from '#app/features/judging/progress.queries.server.ts'
import { listJudgingFacts } from '#app/features/judging/readiness.queries.server.ts'
import { ReadinessList } from '#app/features/judging/ui/readiness.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, need, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  if (edition.stage !== 'judging') need(nextStage(edition.stage, 'open-judging'))
  const facts = await listJudgingFacts(ctx, edition)
  const ready = facts.filter(isReadyToJudge)
  const readers = ready.length ? await listReaders(ctx, edition, ready.map(({ slug }) => slug)) : []
  const waiting = facts.filter((one) => (one.state === 'open' || one.state === 'shortlisted') && !ready.includes(one))
  return {
    slug: edition.slug, version: edition.version, first: edition.stage === 'screening', closes: momentText(edition.settings.timetable.judgingCloses, edition.time_zone),
    ready: ready.map(({ name }) => name), readers: readers.map(({ name }) => name), waiting: waiting.map((one) => ({ slug: one.slug, name: one.name, gaps: gapsBeforeJudging(one) })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const form = await readForm(args.request, seenForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const opened = await openJudging(ctx, { id: edition.id, version: form.value.version })
  return opened.ok ? seeOther(`/organise/${edition.slug}/judging?done=opened`) : refusedForm(opened, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Open judging – Judging ${data?.slug ?? ''} – ${siteName}` }]

export default function JudgingOpen() {
  const { slug, version, first, closes, ready, readers, waiting } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  const effects = [
    `${ready.join(', ')} ${ready.length === 1 ? 'is' : 'are'} opened to ${ready.length === 1 ? 'its' : 'their'} judges, who read and score until ${closes}.`,
    `${readers.length} ${readers.length === 1 ? 'judge is' : 'judges are'} written to: ${readers.join(', ')}.`,
    ...(first ? ['Nominations can no longer be opened again.'] : []),
    'You can go back to screening until the first score is saved.',
  ]
  return (
    <ConfirmPage slug={slug} version={version} title="Open judging" of={{ path: '/judging', label: 'Judging' }} errors={errors} effects={ready.length ? effects : ['Nothing yet: no category has all it needs.']}
      before={waiting.length > 0 && (
        <>
          <SectionTitle>{ready.length ? 'What waits, and for what' : 'First, what is missing'}</SectionTitle>
          <ReadinessList at={`/organise/${slug}`} categories={waiting} />
        </>
      )}
    >
      {ready.length > 0 && <ButtonRow><Button>Open judging of {ready.length === 1 ? '1 category' : `${ready.length} categories`}</Button></ButtonRow>}
    </ConfirmPage>
  )
}
