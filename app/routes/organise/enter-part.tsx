import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refusalOf } from '#app/domain/refusals.ts'
import { hasNotice, savePage } from '#app/features/assisted/commands.server.ts'
import { pageForm } from '#app/features/assisted/forms.ts'
import { requireAssisted } from '#app/features/assisted/guard.server.ts'
import { viewQuestion } from '#app/features/assisted/page-view.ts'
import { isPart, pageValues, stepsOn, type Part } from '#app/features/assisted/pages.ts'
import { enterPath, nominationPath } from '#app/features/assisted/paths.ts'
import { canEnter } from '#app/features/assisted/policy.ts'
import { OpeningScript } from '#app/features/assisted/ui/opening-script.tsx'
import { Questions } from '#app/features/assisted/ui/questions.tsx'
import { ReceiptFields } from '#app/features/assisted/ui/receipt-fields.tsx'
import { channelWords, openingWords, privacyWords } from '#app/features/assisted/words.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { canEdit } from '#app/features/nominations/policy.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'

function partIn({ params }: LoaderFunctionArgs): Part {
  if (!isPart(params.part)) throw notFound()
  return params.part
}

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, assisted, asked, sent } = await requireAssisted(args)
  const part = partIn(args)
  const { draft_id: id, answers, channel } = assisted
  if (sent?.state === 'withdrawn') throw redirect(nominationPath(edition.slug, sent.id, 'help'))
  const may = sent ? canEdit(sent, edition) : canEnter(ctx.actor, edition)
  const steps = stepsOn(part, asked, answers)
  return {
    slug: edition.slug, id, part, channel, reference: sent?.reference, hindered: may.ok ? undefined : refusalOf(may.code).sentence(may.facts),
    questions: steps.map((step) => viewQuestion(step, asked, answers)),
    values: { ...pageValues(steps, asked, answers), receipt: assisted.receipt ?? '', address: assisted.postal_address },
    script: part === 'who' && channel === 'phone' && !sent ? { opening: openingWords(edition), privacy: privacyWords(edition), isRead: hasNotice(assisted, sent) } : undefined,
    back: part === 'story' ? enterPath(edition.slug, id, 'who') : sent ? nominationPath(edition.slug, sent.id, 'help') : enterPath(edition.slug),
  }
}

/** Keeps the page as it was typed, and goes on when nothing on it is wrong. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, assisted, asked } = await requireAssisted(args)
  const part = partIn(args)
  const form = await readForm(args.request, pageForm(part, stepsOn(part, asked, assisted.answers), asked, assisted.answers))
  if (!form.ok) return formAgain(form.errors, form.values)
  const saved = await savePage(ctx, edition, asked, assisted.draft_id, part, form.value)
  if (!saved.ok) return refusedForm(saved, form.values)
  if (Object.keys(saved.value.errors).length) return formAgain(saved.value.errors, form.values)
  return seeOther(enterPath(edition.slug, assisted.draft_id, part === 'who' ? 'story' : 'read-back'))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.part === 'who' ? 'Who is nominated' : 'Their story'} – Enter for someone – ${siteName}` },
]

export default function EnterPart() {
  const { slug, id, part, channel, reference, hindered, questions, values, script, back } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const errors = again?.errors ?? {}
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/nominations`} width="text">
      <BackLink href={back} />
      {hindered ? <Notice tone="warning" title={hindered} /> : <ErrorSummary errors={errors} />}
      <PageTitle caption={reference ? `Correcting ${reference}` : channelWords[channel]}>{part === 'who' ? 'Who is nominated' : 'Their story, and who tells it'}</PageTitle>
      <Form key={`${id} ${part}`} unsaved>
        {script && <OpeningScript {...script} values={again?.values ?? {}} error={errors.notice} />}
        <Questions questions={questions} values={again?.values ?? values} errors={errors} />
        {part === 'story' && <ReceiptFields values={again?.values ?? values} errors={errors} />}
        {!hindered && <div><Button>{part === 'who' ? 'Continue to the story' : 'Continue to read it back'}</Button></div>}
      </Form>
    </OrganiserFrame>
  )
}
