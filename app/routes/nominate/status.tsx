import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { draftOfNomination, mailWayBack } from '#app/features/nominations/drafts.commands.server.ts'
import { allowMail } from '#app/features/nominations/limits.server.ts'
import { draftPath } from '#app/features/nominations/paths.ts'
import { canWithdraw } from '#app/features/nominations/policy.ts'
import { findDraft, findNomination, getAsked, isSealedOver } from '#app/features/nominations/queries.server.ts'
import { readRing } from '#app/features/nominations/ring.server.ts'
import { getStatus, type StatusFacts } from '#app/features/nominations/status.server.ts'
import { LinkEnded } from '#app/features/nominations/ui/ask-for-links.tsx'
import { NominationStatus } from '#app/features/nominations/ui/status.tsx'
import { nothingForm, readForm } from '#app/platform/form.server.ts'
import { peekLink } from '#app/platform/links.server.ts'
import { formAgain, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageTitle, SectionTitle } from '#app/ui/heading.tsx'

async function findByLink({ context: { ctx }, params }: LoaderFunctionArgs) {
  const link = await peekLink(ctx, 'status', params.token ?? '')
  const nomination = link.ok ? await findNomination(ctx, link.value.subject_id) : undefined
  return nomination && { ctx, nomination, edition: await getEditionById(ctx, nomination.edition_id) }
}

/** Whoever holds the link may see how it stands. On the device it was sent from, the fuller page opens. */
export async function loader(args: LoaderFunctionArgs) {
  const found = await findByLink(args)
  if (!found) return data(null, { status: 404 })
  const { ctx, nomination, edition } = found
  const { draft_id } = nomination
  if (draft_id && (await readRing(args.context.cookies, args.request)).includes(draft_id)) throw redirect(draftPath(draft_id, 'sent'))
  const facts = await getStatus(ctx, edition, await getAsked(ctx, edition), nomination)
  return { facts, edition: edition.slug, hasEmail: nomination.nominator_email !== '', phone: edition.settings.host.phone }
}

/** A link may have been passed on, so changing asks for a code sent to the address of the receipt. */
export async function action(args: ActionFunctionArgs) {
  const found = await findByLink(args)
  if (!found) throw notFound()
  const { ctx, nomination, edition } = found
  const form = await readForm(args.request, nothingForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  if (!nomination.nominator_email) throw notFound()
  const may = canWithdraw(nomination, await isSealedOver(ctx, nomination)) // as long as anything can be done with it
  if (!may.ok) return refusedForm(may)
  const draftId = await draftOfNomination(ctx, edition, nomination)
  const allowed = allowMail(args.context, draftId)
  if (!allowed.ok) return refusedForm(allowed)
  const draft = await findDraft(ctx, draftId)
  if (!draft) throw notFound()
  const { request } = await mailWayBack(ctx, edition, draft, nomination.nominator_email)
  return seeOther(`/nominate/code?request=${request}`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page ? `Your nomination ${page.facts.reference}` : 'This link no longer works'} – ${siteName}` },
]

export default function Status() {
  const page = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  return (
    <PublicFrame width={page ? 'text' : 'form'} here={page ? `/${page.edition}/nominate` : undefined}>
      {page && <ErrorSummary errors={again?.errors ?? {}} />}
      {page ? <HowItStands {...page} /> : <LinkEnded>If you copied the address, some of it may be missing. Nominations are deleted some time after the awards.</LinkEnded>}
    </PublicFrame>
  )
}

function HowItStands({ facts, hasEmail, phone }: { facts: StatusFacts; hasEmail: boolean; phone: string }) {
  return (
    <>
      <PageTitle caption={facts.reference}>Your nomination for {facts.nominee}</PageTitle>
      <NominationStatus facts={facts} showReference />
      {facts.mayWithdraw && (
        <section className="grid gap-4">
          <SectionTitle>{facts.mayEdit ? 'Change or withdraw it' : 'Withdraw it'}</SectionTitle>
          {hasEmail ? (
            <Form>
              <p>So that nobody else can, we first send a code to the email address you gave.</p>
              <div><Button variant="secondary">Send me a code</Button></div>
            </Form>
          ) : (
            <p>Ring {phone} and have your reference with you.</p>
          )}
        </section>
      )}
    </>
  )
}
