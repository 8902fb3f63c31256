import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { coverSpans } from '#app/domain/redaction.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { coverForm } from '#app/features/screening/forms.ts'
import { withHints } from '#app/features/screening/hints.server.ts'
import { coverWords, liftCover, spansOf } from '#app/features/screening/redaction.commands.server.ts'
import { findPassage } from '#app/features/screening/redaction.queries.server.ts'
import { findEntry } from '#app/features/screening/screening.queries.server.ts'
import { CoveredList, CoverFields } from '#app/features/screening/ui/cover.tsx'
import { CoveredText, JudgesText } from '#app/features/screening/ui/passages.tsx'
import { readForm, type FieldErrors } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Inset } from '#app/ui/panel.tsx'

const noErrors: FieldErrors = {}

async function requirePassage(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const { entry: entryId = '', nomination: nominationId = '', question: questionId = '' } = args.params
  const entry = await findEntry(ctx, edition, entryId)
  const found = await findPassage(ctx, edition, entryId, nominationId, questionId)
  const [passage] = entry && found ? await withHints(ctx, entry, [found]) : []
  if (!passage) throw notFound()
  return { ctx, edition, entryId, passage }
}

export async function loader(args: LoaderFunctionArgs) {
  const { edition, entryId, passage } = await requirePassage(args)
  return { slug: edition.slug, entryId, passage }
}

/** Shows what judges would read, covers words, or takes a cover away. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, entryId, passage } = await requirePassage(args)
  const form = await readForm(args.request, coverForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { intent, words, redaction, version } = form.value
  const seen = { entryId, nominationId: passage.nominationId, questionId: passage.questionId, version }
  if (intent === 'look') {
    const spans = spansOf(passage.text, words)
    if (!spans.ok) return refusedForm(spans, form.values)
    return data({ errors: noErrors, values: form.values, preview: coverSpans(passage.text, [...passage.covers, ...spans.value]) })
  }
  const changed = intent === 'cover' ? await coverWords(ctx, edition, seen, words) : await liftCover(ctx, edition, seen, redaction)
  if (!changed.ok) return refusedForm(changed, form.values)
  const at = `/organise/${edition.slug}/entries/${entryId}`
  return seeOther(intent === 'cover' ? `${at}?done=covered` : `${at}/cover/${passage.nominationId}/${passage.questionId}`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Cover words in ${page?.passage.reference ?? ''}, ${page?.passage.label ?? ''} – Entries – ${siteName}` },
]

export default function CoverPage() {
  const { slug, entryId, passage } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const { form, ...fields } = again?.errors ?? {}
  const errors = form ? { words: form, ...fields } : fields
  const preview = again && 'preview' in again ? String(again.preview) : undefined
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/entries`} width="text">
      <BackLink href={`/organise/${slug}/entries/${entryId}`}>The entry</BackLink>
      <ErrorSummary errors={errors} />
      <PageTitle caption={`Nomination ${passage.reference}`}>What judges should not read</PageTitle>
      <SectionTitle>{passage.label}</SectionTitle>
      <Inset><CoveredText text={passage.text} covers={passage.covers} /></Inset>
      {preview !== undefined && (
        <section aria-labelledby="preview" className="grid gap-4">
          <SectionTitle id="preview">What judges would read</SectionTitle>
          <Inset><p className="whitespace-pre-line"><JudgesText text={preview} /></p></Inset>
        </section>
      )}
      <CoverFields version={passage.version} words={String(again?.values.words ?? passage.hints.join('\n'))} proposed={!again && passage.hints.length > 0} error={errors.words} />
      <CoveredList passage={passage} />
    </OrganiserFrame>
  )
}
