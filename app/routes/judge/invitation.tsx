import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refusalOf } from '#app/domain/refusals.ts'
import { dayText } from '#app/domain/time.ts'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { answerForm } from '#app/features/judging/forms.ts'
import { answerInvitation } from '#app/features/judging/judges.commands.server.ts'
import { peekInvitation } from '#app/features/judging/judges.queries.server.ts'
import { pathWith } from '#app/features/people/paths.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, saidDone, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle, Prose } from '#app/ui/heading.tsx'

const answers = { declined: 'Thank you for telling us' }

/** Mail scanners look at links before people do: looking uses nothing up. */
export async function loader({ context: { ctx }, params, request }: LoaderFunctionArgs) {
  const declined = saidDone(request, answers) !== undefined
  const found = await peekInvitation(ctx, params.token ?? '')
  if (!found.ok) return data({ invitation: undefined, declined }, { status: declined ? 200 : refusalOf(found.code).status })
  const { edition, name } = found.value
  const { timetable } = edition.settings
  const [opens, closes] = [timetable.judgingOpens, timetable.judgingCloses].map((at) => dayText(at, edition.time_zone))
  return { declined, invitation: { name, edition: edition.name, slug: edition.slug, opens: opens ?? '', closes: closes ?? '' } }
}

export async function action({ context: { ctx }, params, request }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const invitation = await peekInvitation(ctx, token)
  if (!invitation.ok) return refusedForm(invitation)
  const form = await readForm(request, answerForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const answered = await answerInvitation(ctx, token, form.value.intent)
  if (!answered.ok) return refusedForm(answered)
  if (form.value.intent === 'declined') return seeOther(`/judge/invitation/${token}?done=declined`)
  return seeOther(pathWith('/sign-in', { to: `/judge/${invitation.value.edition.slug}` }))
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: `${found?.invitation ? `Will you judge ${found.invitation.edition}?` : found?.declined ? answers.declined : 'This link no longer works'} – Judging – ${siteName}` },
]

export default function Invitation() {
  const { invitation, declined } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors ?? {}
  return (
    <PublicFrame width="form" here={invitation && `/${invitation.slug}`}>
      {invitation && <ErrorSummary errors={errors} />}
      {invitation ? <Ask {...invitation} /> : declined ? <Declined /> : <Ended />}
    </PublicFrame>
  )
}

function Ask({ name, edition, slug, opens, closes }: { name: string; edition: string; slug: string; opens: string; closes: string }) {
  return (
    <>
      <PageTitle caption={`Hello ${name}`}>Will you judge {edition}?</PageTitle>
      <Prose>
        <ul>
          <li>You read shortlisted entries and score them, between {opens} and {closes}.</li>
          <li>You do it online, in sittings as short as you like: what you write is saved as you go.</li>
          <li>Before you read, you sign that you keep it to yourself, and say with whom you have a tie. Those entries we keep from you.</li>
          <li><a href={`/${slug}/how-we-judge`}>How we judge, in full</a></li>
        </ul>
      </Prose>
      <Form>
        <ButtonRow>
          <Button name="intent" value="accepted">Yes, I will judge</Button>
          <Button name="intent" value="declined" variant="secondary">No, I cannot this year</Button>
        </ButtonRow>
      </Form>
      <p>If you accept, we send you a code to sign in with next. There is no password.</p>
    </>
  )
}

function Declined() {
  return (
    <>
      <PageTitle caption="Judging">{answers.declined}</PageTitle>
      <Lead>You are not a judge this year, and we will not write to you about it again.</Lead>
      <p>If you change your mind, write to us and we invite you anew.</p>
    </>
  )
}

/** Answered, too old, ended by a newer one, or copied in part. */
function Ended() {
  return (
    <>
      <PageTitle caption="Judging">This link no longer works</PageTitle>
      <Lead>It works once, within two weeks, and a newer one ends it. If you have accepted already, sign in with your email address.</Lead>
      <p><LinkButton href="/sign-in">Go to the sign-in page</LinkButton></p>
    </>
  )
}
