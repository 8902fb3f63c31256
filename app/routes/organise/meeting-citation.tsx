import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addSentences } from '#app/domain/citation.ts'
import { denied } from '#app/domain/result.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { saveCitation } from '#app/features/meeting/citation.commands.server.ts'
import { readCitationWords } from '#app/features/meeting/citation.queries.server.ts'
import { citationForm } from '#app/features/meeting/forms.ts'
import { lookAtItem, requireItem } from '#app/features/meeting/guard.server.ts'
import { itemPath } from '#app/features/meeting/paths.ts'
import { CitationFields } from '#app/features/meeting/ui/citation-fields.tsx'
import type { Moderated } from '#app/features/moderation/moderated.queries.server.ts'
import { mayDecide } from '#app/features/moderation/policy.ts'
import { readForm, type FieldErrors } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusalResponse, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

/** Who gets an award by the decision as it is written down. */
function awardOf(category: Moderated, entryId: string | undefined) {
  const { decision } = category
  const award = decision?.awards.find((one) => one.entryId === entryId)
  if (!decision || !award) throw notFound()
  if (!mayDecide(category)) throw refusalResponse(denied('decision-closed'))
  return { award, version: decision.version }
}

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, category } = await lookAtItem(args)
  const { award, version } = awardOf(category, args.params.entry)
  return {
    slug: edition.slug, category: { slug: category.slug, name: category.name }, name: award.name, seen: version, citation: award.citation,
    words: await readCitationWords(ctx, edition, category, award.entryId),
  }
}

/** Nothing is kept until it is saved: what is ticked goes into the draft, and the draft is counted, in the page that comes back. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, category } = await requireItem(args)
  const { award } = awardOf(category, args.params.entry)
  const form = await readForm(args.request, citationForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { intent, seen, citation, judges, nominators } = form.value
  const errors: FieldErrors = {}
  const ticked = intent === 'add' ? [...judges, ...nominators] : []
  if (intent !== 'save') return data({ errors, values: { ...form.values, citation: addSentences(citation, ticked), judges: [], nominators: [] } })
  const saved = await saveCitation(ctx, edition, category, award.entryId, { seen, citation })
  return saved.ok ? seeOther(`${itemPath(edition.slug, category.slug)}?done=citation`) : refusedForm(saved, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `Citation of ${page?.name ?? ''} – ${page?.category.name ?? ''} – The meeting ${page?.slug ?? ''} – ${siteName}` }]

export default function MeetingCitation() {
  const { slug, category, name, seen, citation, words } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const errors = again?.errors ?? {}
  const typed = again?.values as Partial<Record<string, string>> | undefined
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/standings`}>
      <BackLink href={itemPath(slug, category.slug)}>{category.name}</BackLink>
      <ErrorSummary errors={errors} />
      <PageTitle caption={category.name}>The citation of {name}</PageTitle>
      <Lead>Tick sentences, put them into the draft, then make them one voice. It is read aloud on the night.</Lead>
      <Form unsaved>
        <HiddenField name="seen" value={typed?.seen ?? seen} />
        <CitationFields words={words} citation={typed?.citation ?? citation} errors={errors} />
      </Form>
    </OrganiserFrame>
  )
}
