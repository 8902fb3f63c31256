import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { denied } from '#app/domain/result.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { draftOfNomination, mailWayBack } from '#app/features/nominations/drafts.commands.server.ts'
import { findDraft, findNomination, getAsked } from '#app/features/nominations/queries.server.ts'
import { mayMail, readRing } from '#app/features/nominations/ring.server.ts'
import { getStatus } from '#app/features/nominations/status.server.ts'
import { NominationStatus } from '#app/features/nominations/ui/status.tsx'
import { nothingForm, readForm } from '#app/platform/form.server.ts'
import { peekLink } from '#app/platform/links.server.ts'
import { formAgain, need, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageTitle, SectionTitle } from '#app/ui/heading.tsx'

async function requireNomination({ context: { ctx }, params }: LoaderFunctionArgs) {
  const link = need(await peekLink(ctx, 'status', params.token ?? ''))
  const nomination = await findNomination(ctx, link.subject_id)
  if (!nomination) throw notFound()
  return { ctx, nomination, edition: await getEditionById(ctx, nomination.edition_id) }
}

/** Whoever holds the link may see how it stands. On the device it was sent from, the fuller page opens. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, nomination, edition } = await requireNomination(args)
  const { draft_id } = nomination
  if (draft_id && (await readRing(args.context.cookies, args.request)).includes(draft_id)) throw redirect(`/nominate/${draft_id}/sent`)
  const facts = await getStatus(ctx, edition, await getAsked(ctx, edition), nomination)
  return { facts, edition: edition.slug, hasEmail: nomination.nominator_email !== '', phone: edition.settings.host.phone }
}

/** A link may have been passed on, so changing asks for a code sent to the address of the receipt. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, nomination, edition } = await requireNomination(args)
  const form = await readForm(args.request, nothingForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  if (!nomination.nominator_email) throw notFound()
  const draftId = await draftOfNomination(ctx, edition, nomination)
  if (!mayMail(args, draftId)) return refusedForm(denied('too-many', { minutes: 60 }))
  const draft = await findDraft(ctx, draftId)
  if (!draft) throw notFound()
  const { request } = await mailWayBack(ctx, edition, draft, nomination.nominator_email)
  return seeOther(`/nominate/code?request=${request}`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Your nomination ${data?.facts.reference ?? ''} – Celebrating Excellence in Care` },
]

export default function Status() {
  const { facts, edition, hasEmail, phone } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  return (
    <PublicFrame width="text" here={`/${edition}/nominate`}>
      <ErrorSummary errors={again?.errors ?? {}} />
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
    </PublicFrame>
  )
}
