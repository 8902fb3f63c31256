import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { denied } from '#app/domain/result.ts'
import { momentText } from '#app/domain/time.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { lookAtResults, requireResults } from '#app/features/moderation/embargo.server.ts'
import { sealForm } from '#app/features/moderation/forms.ts'
import { maySeal } from '#app/features/moderation/policy.ts'
import { confirmSeal, proposeSeal, takeBackProposal } from '#app/features/moderation/sealing.commands.server.ts'
import { fingerprintOfSeal, readToSeal } from '#app/features/moderation/to-seal.queries.server.ts'
import { DecisionList } from '#app/features/moderation/ui/decision.tsx'
import { StandingsTable } from '#app/features/moderation/ui/standings-table.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusalResponse, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { Lead, PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'

const doneBy = { propose: 'proposed', confirm: 'sealed', 'take-back': 'taken-back' } as const

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, category } = await lookAtResults(args)
  if (!maySeal(category) || !category.decision) throw refusalResponse(denied('not-to-seal'))
  const { proposal, decision } = category
  const toSeal = await readToSeal(ctx, edition, category)
  const { gaps, differs, standings: { ordering, adjusts, rows } } = toSeal
  return {
    slug: edition.slug, version: edition.version, category: { slug: category.slug, name: category.name }, decision, amends: category.seals > 0, gaps, differs, shown: fingerprintOfSeal(toSeal),
    standings: { ordering, adjusts, rows },
    asked: proposal ? { by: proposal.by, at: momentText(proposal.at, edition.time_zone), reason: proposal.reason, isMine: ctx.actor.kind === 'account' && proposal.accountId === ctx.actor.accountId } : null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, category } = await requireResults(args)
  const form = await readForm(args.request, sealForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { intent, shown, reason, version } = form.value
  const acts = {
    propose: () => proposeSeal(ctx, edition, category.slug, { shown, reason }),
    confirm: () => confirmSeal(ctx, { id: edition.id, version }, category.slug, shown),
    'take-back': () => takeBackProposal(ctx, edition, category.slug),
  }
  const done = await acts[intent]()
  return done.ok ? seeOther(`/organise/${edition.slug}/standings/${category.slug}?done=${doneBy[intent]}`) : refusedForm(done, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Seal – ${data?.category.name ?? ''} – Results ${data?.slug ?? ''} – ${siteName}` }]

export default function Seal() {
  const { slug, version, category, decision, differs, standings, amends, asked, gaps, shown } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const at = `/organise/${slug}`
  return (
    <OrganiserFrame slug={slug} here={`${at}/standings`}>
      <BackLink href={`${at}/standings/${category.slug}`}>{category.name}</BackLink>
      <ErrorSummary errors={again?.errors ?? {}} />
      <PageTitle caption={category.name}>{amends ? 'Seal the amendment' : 'Seal the result'}</PageTitle>
      <Lead>{asked ? `${asked.by} asked for this seal at ${asked.at}.` : 'One of two people looks at what is to be sealed and asks for it. Another one looks at the same and seals.'}</Lead>
      {asked?.reason && <p className="max-w-text">The reason, which will be public: {asked.reason}</p>}
      {gaps.length > 0 && <Notice tone="warning" title="Not yet"><ul>{gaps.map((gap) => <li key={gap}>{gap}</li>)}</ul></Notice>}
      <DecisionList decision={decision} differs={differs} />
      <SectionTitle>The standings that are sealed with it</SectionTitle>
      <StandingsTable at={at} working={`${at}/standings/${category.slug}/working`} {...standings} />
      {(asked || gaps.length === 0) && (
        <Form>
          <HiddenField name="version" value={version} />
          <HiddenField name="shown" value={shown} />
          {amends && !asked ? <TextField name="reason" label="Why it is amended" hint="In a sentence that names nobody: it is public at once." autoComplete="off" value={String(again?.values.reason ?? '')} error={again?.errors.reason} /> : <HiddenField name="reason" value="" />}
          <ButtonRow>
            {!asked && gaps.length === 0 && <Button name="intent" value="propose">Ask to seal this</Button>}
            {asked && !asked.isMine && gaps.length === 0 && <Button name="intent" value="confirm">Seal this for good</Button>}
            {asked && <Button name="intent" value="take-back" variant="secondary">Take the request back</Button>}
          </ButtonRow>
        </Form>
      )}
    </OrganiserFrame>
  )
}
