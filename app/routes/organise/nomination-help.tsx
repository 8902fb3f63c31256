import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { takeUp } from '#app/features/assisted/commands.server.ts'
import { requireNomination } from '#app/features/assisted/guard.server.ts'
import { enterPath, nominationPath } from '#app/features/assisted/paths.ts'
import { Say } from '#app/features/assisted/ui/say.tsx'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { getAsked } from '#app/features/nominations/queries.server.ts'
import { getStatus } from '#app/features/nominations/status.server.ts'
import { NominationStatus } from '#app/features/nominations/ui/status.tsx'
import { nothingForm, readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, saidDone, seeOther } from '#app/platform/respond.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'

/** A nominator is on the telephone: who they must be, how it stands, and what can be done for them. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, nomination } = await requireNomination(args)
  const { id, nominator_name: name, nominator_phone: phone, nominator_email: email } = nomination
  return { slug: edition.slug, id, name, phone, email, facts: await getStatus(ctx, edition, await getAsked(ctx, edition), nomination), done: saidDone(args.request, said) }
}

const said = { withdrawn: 'It is withdrawn.' }

/** Takes it up to be corrected. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, nomination } = await requireNomination(args)
  const form = await readForm(args.request, nothingForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const taken = await takeUp(ctx, edition, nomination)
  return taken.ok ? seeOther(enterPath(edition.slug, taken.value.draftId, 'who')) : refusedForm(taken)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `On the telephone about ${data?.facts.reference ?? ''} – Nominations – ${siteName}` }]

export default function NominationHelp() {
  const { slug, id, name, phone, email, facts, done } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/nominations`} width="text">
      <BackLink href={enterPath(slug)}>Enter for someone</BackLink>
      {again ? <ErrorSummary errors={again.errors} /> : done && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption={facts.reference}>On the telephone about {facts.nominee}</PageTitle>
      <Say><p>So that I know it is you: what is your name, and which phone number or email address did you give us?</p></Say>
      <SummaryList rows={[{ key: 'Name they gave', value: name || 'None' }, { key: 'Phone number', value: phone || 'None' }, { key: 'Email address', value: email || 'None' }]} />
      <p>Tell them how it stands only when what they say agrees with this.</p>
      <NominationStatus facts={facts} showReference={false} />
      <p><a href={nominationPath(slug, id)} className="inline-flex min-h-11 items-center">What they told us</a> · <a href={nominationPath(slug, id, 'receipt')} className="inline-flex min-h-11 items-center">Receipt</a></p>
      {facts.mayEdit && (
        <section className="grid gap-4">
          <SectionTitle>Correct it for them</SectionTitle>
          <p>You change what they say is wrong, read it back and send it again. What was sent before is kept as an earlier version.</p>
          <Form><div><Button variant="secondary">Correct it</Button></div></Form>
        </section>
      )}
      {facts.mayWithdraw && (
        <section className="grid gap-4">
          <SectionTitle>Withdraw it for them</SectionTitle>
          <div><LinkButton href={nominationPath(slug, id, 'withdraw')} variant="quiet">Withdraw it</LinkButton></div>
        </section>
      )}
    </OrganiserFrame>
  )
}
