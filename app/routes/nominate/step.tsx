import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { clockText } from '#app/domain/time.ts'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { saveStep } from '#app/features/nominations/drafts.commands.server.ts'
import { listMissing, pathAfter, stepForm } from '#app/features/nominations/forms.ts'
import { listSteps, stepBefore, valuesOf } from '#app/features/nominations/journey.ts'
import { allowUse } from '#app/features/nominations/limits.server.ts'
import { pointOut } from '#app/features/nominations/nudge.commands.server.ts'
import { choosePath, draftPath, isChanging } from '#app/features/nominations/paths.ts'
import { canWrite } from '#app/features/nominations/policy.ts'
import { draftHeaders, draftPage, hindranceOf, requireDraft, type OpenDraft } from '#app/features/nominations/ring.server.ts'
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
  const { draft, asked, edition, sent } = open
  if (sent?.state === 'withdrawn') throw redirect(draftPath(draft.id, 'sent'))
  const { status, hindered } = hindranceOf(open)
  const { steps, step } = findStep(open, args.params.step)
  const [emptyBefore] = listMissing(asked, draft.answers, steps.slice(0, steps.indexOf(step)))
  if (emptyBefore) throw redirect(draftPath(draft.id, emptyBefore.step.slug))
  return draftPage({
    view: viewOf(step, asked, draft.answers), values: valuesOf(step, asked, draft.answers),
    back: stepBefore(steps, step.slug)?.slug, draftId: draft.id, edition: edition.slug,
    changing: isChanging(args.request),
    saved: draft.answers.kind ? clockText(draft.updatedAt, edition.time_zone) : undefined,
    hindered,
  }, status)
}

export async function action(args: ActionFunctionArgs) {
  const open = await requireDraft(args)
  const { ctx, draft, asked, edition, sent } = open
  const { step } = findStep(open, args.params.step)
  const form = await readForm(args.request, stepForm(step, asked, draft.answers))
  const allowed = allowUse(args.context, 'page')
  const may = allowed.ok ? canWrite(edition, sent) : allowed // before what is wrong on the page, which would be mended in vain
  if (!may.ok) return refusedForm(may, form.values)
  const pausing = isPausing(args.request)
  if (!form.ok && !pausing) return formAgain(form.errors, form.values)
  const saved = await saveStep(ctx, edition, asked, draft.id, step, form.ok ? form.value : form.values)
  if (!saved.ok) return refusedForm(saved, form.values)
  const changing = isChanging(args.request)
  if (pausing) return seeOther(draftPath(draft.id, 'later', changing))
  if (await pointOut(ctx, draft.id, step, saved.value)) return seeOther(draftPath(draft.id, `${step.slug}/names`, changing))
  return seeOther(pathAfter(asked, { id: draft.id, answers: saved.value }, step.slug, changing))
}

/** "Save and come back later" keeps everything on the page as it was typed: nothing has to be right yet. */
function isPausing(request: Request): boolean {
  return new URL(request.url).searchParams.has('pause')
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.view.title ?? 'Your nomination'} – Nominate – ${siteName}` },
]

export default function StepPage() {
  const { view, values, back, draftId, edition, changing, saved, hindered } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const errors = again?.errors ?? {}
  const before = changing ? draftPath(draftId, 'check') : back ? draftPath(draftId, back) : `/${edition}/nominate`
  return (
    <PublicFrame width="form" here={`/${edition}/nominate`}>
      <BackLink href={before} />
      {hindered ? <Notice tone="warning" title={hindered} /> : <ErrorSummary errors={errors} />}
      <Form unsaved>
        <StepFields view={view} values={again?.values ?? values} errors={errors} chooseHref={choosePath(edition, { draftId, kind: view.nomineeKind, changing })} />
        {!hindered && (
          <ButtonRow>
            <Button>Continue</Button>
            <Button variant="quiet" formAction={changing ? '?change&pause' : '?pause'}>Save and come back later</Button>
          </ButtonRow>
        )}
      </Form>
      {saved && <p>Saved at {saved}.</p>}
    </PublicFrame>
  )
}
