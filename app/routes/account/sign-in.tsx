import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { useSite } from '#app/features/editions/ui/site.ts'
import { emailForm } from '#app/features/people/forms.ts'
import { allowFrom } from '#app/features/people/limits.server.ts'
import { pathWith } from '#app/features/people/paths.ts'
import { landingOf } from '#app/features/people/policy.ts'
import { askToSignIn } from '#app/features/people/sign-in.commands.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, ownPath, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle, Prose } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'

export function loader({ context: { ctx }, request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  if (ctx.actor.kind === 'account') throw redirect(ownPath(query.get('to'), landingOf(ctx.actor)))
  return { signedOut: query.get('done') === 'signed-out' }
}

/** Answers the same for every address: whether it is known is told only to whoever reads its mail. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request, emailForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const allowed = allowFrom(context, 'ask')
  if (!allowed.ok) return refusedForm(allowed, form.values)
  const to = ownPath(new URL(request.url).searchParams.get('to'), '')
  const secret = await askToSignIn(context.ctx, form.value.email, to)
  return seeOther(pathWith('/sign-in/code', { request: secret, to }))
}

export const meta: MetaFunction = () => [
  { title: `Sign in – ${siteName}` },
  { name: 'description', content: 'For organisers and judges: we send you a link and a code instead of a password.' },
]

export default function SignIn() {
  const { signedOut } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const errors = again?.errors ?? {}
  return (
    <PublicFrame width="form">
      <ErrorSummary errors={errors.form ? { email: errors.form } : errors} />
      {signedOut && !again && <Notice tone="success" role="status" title="You are signed out">What this browser kept of the site is cleared.</Notice>}
      <PageTitle>Sign in</PageTitle>
      <Lead>For those who organise the awards, help with them or judge them. There is no password: we send a code to your email address.</Lead>
      <Form>
        <TextField name="email" type="email" label="Email address" hint="The one that your invitation came to." autoComplete="email" spellCheck={false}
          value={String(again?.values.email ?? '')} error={errors.email ?? errors.form} />
        <div><Button>Send me a code</Button></div>
      </Form>
      <NoAccountNeeded />
    </PublicFrame>
  )
}

/** Many who come here only want to nominate somebody. */
function NoAccountNeeded() {
  const { edition } = useSite()
  return (
    <Prose>
      <h2>Here to nominate somebody?</h2>
      <p>You do not need to sign in for that. {edition && <a href={`/${edition.slug}/nominate`}>Go to the nomination form</a>}</p>
    </Prose>
  )
}
