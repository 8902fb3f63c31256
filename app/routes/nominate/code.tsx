import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { returnByCode } from '#app/features/nominations/drafts.commands.server.ts'
import { allowUse } from '#app/features/nominations/limits.server.ts'
import { codeForm } from '#app/features/people/forms.ts'
import { addToRing } from '#app/features/nominations/ring.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle, Prose } from '#app/ui/heading.tsx'

function requestIn(request: Request): string {
  const secret = new URL(request.url).searchParams.get('request') ?? ''
  if (!/^[\w-]{43}$/.test(secret)) throw notFound()
  return secret
}

export function loader({ request }: LoaderFunctionArgs) {
  requestIn(request)
  return null
}

/** The code from the mail, in the tab that asked for it: puts the draft on this device's ring. */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args
  const secret = requestIn(request)
  const form = await readForm(request, codeForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const allowed = allowUse(context, 'code')
  if (!allowed.ok) return refusedForm(allowed, form.values)
  const back = await returnByCode(context.ctx, secret, form.value.code)
  if (!back.ok) return refusedForm(back, form.values)
  return seeOther(`/nominate/${back.value.draftId}`, await addToRing(args, back.value.draftId))
}

export const meta: MetaFunction = () => [
  { title: `Check your email – Nominate – ${siteName}` },
  { name: 'description', content: 'Type the code from our message to come back to your nomination.' },
]

export default function Code() {
  const again = useActionData<typeof action>()
  const errors = again?.errors ?? {}
  return (
    <PublicFrame width="form">
      <ErrorSummary errors={errors.form ? { code: errors.form } : errors} />
      <PageTitle>Check your email</PageTitle>
      <Lead>We have sent you a link and a six-digit code. They work for ten minutes.</Lead>
      <Form>
        <TextField name="code" label="The code" hint="Only if you want to go on here. To go on with another phone or computer, open the link there." width="code" inputMode="numeric" autoComplete="one-time-code" spellCheck={false}
          value={String(again?.values.code ?? '')} error={errors.code ?? errors.form} />
        <div><Button>Open my nomination</Button></div>
      </Form>
      <Prose>
        <p>Nothing there after a few minutes? Look in the junk folder. Is the code too old, or has it been used? <a href="/nominate/new-link">Ask for a new link</a>.</p>
      </Prose>
    </PublicFrame>
  )
}
