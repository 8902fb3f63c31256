import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { spreadOf } from '#app/domain/award-spread.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { citationPath } from '#app/features/meeting/paths.ts'
import { saveDecision } from '#app/features/moderation/decisions.commands.server.ts'
import { lookAtResults, requireResults } from '#app/features/moderation/embargo.server.ts'
import { awardField, awardsIn, choicesOf, citationField, decisionForm, whyField } from '#app/features/moderation/forms.ts'
import { mayDecide } from '#app/features/moderation/policy.ts'
import { listAwardsInSight } from '#app/features/moderation/spread.queries.server.ts'
import { readStandings } from '#app/features/moderation/standings.queries.server.ts'
import { DecideEntry } from '#app/features/moderation/ui/decide-fields.tsx'
import { SpreadPanel } from '#app/features/moderation/ui/spread.tsx'
import { denied } from '#app/domain/result.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusalResponse, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, category } = await lookAtResults(args)
  if (!mayDecide(category)) throw refusalResponse(denied('decision-closed'))
  const { rows } = await readStandings(ctx, edition, category)
  const { decision } = category
  const choices = choicesOf(decision?.awards ?? [])
  const saved = (decision?.awards ?? []).flatMap(({ entryId, reason, citation }) => [
    [awardField(entryId), choices.get(entryId) ?? ''], [whyField(entryId), reason], [citationField(entryId), citation],
  ])
  return {
    slug: edition.slug, category: { slug: category.slug, name: category.name }, seen: decision?.version ?? 0, values: { ...Object.fromEntries(saved), reason: decision?.reason ?? '' } as Record<string, string>,
    rows: rows.map(({ entryId, name, employer, place, offered }) => ({ entryId, name, employer, place, offered })),
    spread: spreadOf(await listAwardsInSight(ctx, edition)), each: edition.settings.oneAwardEach,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, category } = await requireResults(args)
  if (!mayDecide(category)) throw refusalResponse(denied('decision-closed'))
  const entryIds = (await readStandings(ctx, edition, category)).rows.map(({ entryId }) => entryId)
  const form = await readForm(args.request, decisionForm(entryIds))
  if (!form.ok) return formAgain(form.errors, form.values)
  const { seen, reason } = form.value
  const saved = await saveDecision(ctx, edition, category.slug, { version: seen, reason, awards: awardsIn(entryIds, form.values) })
  return saved.ok ? seeOther(`/organise/${edition.slug}/standings/${category.slug}?done=decided`) : refusedForm(saved, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `What the panel decides – ${data?.category.name ?? ''} – Results ${data?.slug ?? ''} – ${siteName}` }]

export default function Decide() {
  const { slug, category, seen, rows, spread, each, values: saved } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const errors = again?.errors ?? {}
  const values = { ...saved, ...(again?.values as Record<string, string> | undefined) }
  const back = `/organise/${slug}/standings/${category.slug}`
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/standings`}>
      <BackLink href={back}>{category.name}</BackLink>
      <ErrorSummary errors={errors} />
      <PageTitle caption={category.name}>What the panel decides</PageTitle>
      <Lead>In the order of the scores. Two winners are a joint award. You can save at any time; nothing is final before it is settled and sealed.</Lead>
      <SpreadPanel spread={spread} each={each} />
      <Form unsaved>
        <HiddenField name="seen" value={values.seen ?? seen} />
        <ul>{rows.map((row) => <DecideEntry key={row.entryId} row={row} values={values} errors={errors} builder={saved[awardField(row.entryId)] && citationPath(slug, category.slug, row.entryId)} />)}</ul>
        <div className="max-w-form">
          <TextArea name="reason" label="The panel’s reason" hint="Needed where the decision does not follow the scores alone, and for a tie: who voted how, or why it is joint." rows={4} value={values.reason ?? ''} error={errors.reason} optional />
        </div>
        <ButtonRow><Button>Save the decision</Button></ButtonRow>
      </Form>
    </OrganiserFrame>
  )
}
