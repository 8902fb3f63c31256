import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { denied } from '#app/domain/result.ts'
import { clockText } from '#app/domain/time.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { saveStep } from '#app/features/nominations/drafts.commands.server.ts'
import { listMissing, stepForm } from '#app/features/nominations/forms.ts'
import { listSteps, stepAfter, stepBefore, valuesOf } from '#app/features/nominations/journey.ts'
import { canSend } from '#app/features/nominations/policy.ts'
import { draftHeaders, draftPage, hindranceOf, mayPost, requireDraft, type OpenDraft } from '#app/features/nominations/ring.server.ts'
import { viewOf } from '#app/features/nominations/step-view.ts'
import { StepFields } from '#app/features/nominations/ui/step-fields.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'

export const headers = draftHeaders

/** The page asked for; or where to go instead, when an earlier page is still empty. */
function findStep({ draft, asked }: OpenDraft, slug: string | undefined) {
  const steps = listSteps(asked, draft.answers)
  const step = steps.find((one) => one.slug === slug)
  if (!step) throw notFound()
  return { steps, step }
}

/** Once nominations are closed it still shows what was written, so that it can be read and copied. */
export async function loader(args: LoaderFunctionArgs) {
  const open = await requireDraft(args)
  const { draft, asked, edition } = open
  const { status, hindered } = hindranceOf(edition)
  const { steps, step } = findStep(open, args.params.step)
  const [emptyBefore] = listMissing(asked, draft.answers, steps.slice(0, steps.indexOf(step)))
  if (emptyBefore) throw redirect(`/nominate/${draft.id}/${emptyBefore.step.slug}`)
  return draftPage({
    view: viewOf(step, asked, draft.answers), values: valuesOf(step, asked, draft.answers),
    back: stepBefore(steps, step.slug)?.slug, draftId: draft.id, edition: edition.slug,
    checking: new URL(args.request.url).searchParams.has('change'),
    saved: draft.answers.kind ? clockText(draft.updatedAt, edition.time_zone) : undefined,
    hindered,
  }, status)
}

export async function action(args: ActionFunctionArgs) {
  const open = await requireDraft(args)
  const { ctx, draft, asked, edition } = open
  const { step } = findStep(open, args.params.step)
  const form = await readForm(args.request, stepForm(step, asked, draft.answers))
  const may = mayPost(args) ? canSend(edition) : denied('too-many', { minutes: 10 })
  if (!may.ok) return refusedForm(may, form.values)
  if (isPausing(args.request)) {
    if (form.ok || step.question) await saveStep(ctx, edition, asked, draft.id, step, form.ok ? form.value : form.values)
    return seeOther(`/nominate/${draft.id}/later`)
  }
  if (!form.ok) return formAgain(form.errors, form.values)
  const saved = await saveStep(ctx, edition, asked, draft.id, step, form.value)
  if (!saved.ok) return refusedForm(saved, form.values)
  const checking = new URL(args.request.url).searchParams.has('change')
  const missing = listMissing(asked, saved.value)
  const next = checking ? missing[0]?.step : stepAfter(listSteps(asked, saved.value), step.slug)
  return seeOther(`/nominate/${draft.id}/${next?.slug ?? 'check'}${checking && next ? '?change' : ''}`)
}

/** "Save and come back later" keeps what is on the page, an unfinished answer too: nothing has to be right yet. */
function isPausing(request: Request): boolean {
  return new URL(request.url).searchParams.has('pause')
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.view.title ?? 'Your nomination'} – Nominate – Celebrating Excellence in Care` },
]

export default function StepPage() {
  const { view, values, back, draftId, edition, checking, saved, hindered } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const errors = again?.errors ?? {}
  const before = checking ? `/nominate/${draftId}/check` : back ? `/nominate/${draftId}/${back}` : `/${edition}/nominate`
  return (
    <PublicFrame width="form" here={`/${edition}/nominate`}>
      <BackLink href={before} />
      {hindered ? <Notice tone="warning" title={hindered} /> : <ErrorSummary errors={errors} />}
      <Form unsaved>
        <StepFields view={view} values={again?.values ?? values} errors={errors} />
        {!hindered && (
          <ButtonRow>
            <Button>Continue</Button>
            <Button variant="quiet" formAction="?pause">Save and come back later</Button>
          </ButtonRow>
        )}
      </Form>
      {saved && <p>Saved at {saved}.</p>}
    </PublicFrame>
  )
}
