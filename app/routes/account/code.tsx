import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { useSite } from '#app/features/editions/ui/site.ts'
import { codeForm } from '#app/features/people/forms.ts'
import { allowFrom } from '#app/features/people/limits.server.ts'
import { pathWith } from '#app/features/people/paths.ts'
import { landingOf } from '#app/features/people/policy.ts'
import { browserOf } from '#app/features/people/session.server.ts'
import { signInByCode } from '#app/features/people/sign-in.commands.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, ownPath, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle, Prose } from '#app/ui/heading.tsx'

/** What the address of this page holds: the secret of the tab that asked, and where it was going. */
function asked(request: Request): { secret: string; to: string } {
  const query = new URL(request.url).searchParams
  const to = ownPath(query.get('to'), '')
  const secret = query.get('request') ?? ''
  if (!/^[\w-]{43}$/.test(secret)) throw redirect(pathWith('/sign-in', { to }))
  return { secret, to }
}

export function loader({ request }: LoaderFunctionArgs) {
  return { askAgain: pathWith('/sign-in', { to: asked(request).to }) }
}

/** The code from the mail, in the tab that asked for it. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { secret, to } = asked(request)
  const form = await readForm(request, codeForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const allowed = allowFrom(context, 'code')
  if (!allowed.ok) return refusedForm(allowed, form.values)
  const entered = await signInByCode(context.ctx, browserOf(context, request), secret, form.value.code)
  if (!entered.ok) return refusedForm(entered)
  return seeOther(to || landingOf(entered.value.account), { 'Set-Cookie': entered.value.setCookie })
}

export const meta: MetaFunction = () => [
  { title: `Check your email – Sign in – ${siteName}` },
  { name: 'description', content: 'Type the code from our message to sign in.' },
]

export default function Code() {
  const { askAgain } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const errors = again?.errors ?? {}
  return (
    <PublicFrame width="form">
      <ErrorSummary errors={errors.form ? { code: errors.form } : errors} />
      <PageTitle caption="Sign in">Check your email</PageTitle>
      <Lead>If this address belongs to somebody who helps run or judge these awards, we have sent it a code and a link. They work once, within ten minutes.</Lead>
      <Form>
        <TextField name="code" label="The code from our message" hint="Six numbers. Or open the link in the message instead." width="code" inputMode="numeric" autoComplete="one-time-code" spellCheck={false}
          value={String(again?.values.code ?? '')} error={errors.code ?? errors.form} />
        <div><Button>Sign in</Button></div>
      </Form>
      <NothingCame askAgain={askAgain} />
    </PublicFrame>
  )
}

function NothingCame({ askAgain }: { askAgain: string }) {
  const { email } = useSite()
  return (
    <Prose>
      <h2>If nothing comes</h2>
      <ul>
        <li>Look in the junk folder, and give it a few minutes.</li>
        <li><a href={askAgain}>Ask for a new code</a>. It ends the old one. After five in an hour we send no more until the hour is over.</li>
        <li>Your invitation may have gone to another address of yours{email && <>: write to <a href={`mailto:${email}`}>{email}</a> if you are not sure</>}.</li>
      </ul>
    </Prose>
  )
}
