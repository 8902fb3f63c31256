import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { Contact } from '#app/features/editions/ui/contact.tsx'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { useSite } from '#app/features/editions/ui/site.ts'
import { allowUse } from '#app/features/nominations/limits.server.ts'
import { letterForm } from '#app/features/screening/forms.ts'
import { enterByLetter } from '#app/features/screening/nominee.commands.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle, Prose } from '#app/ui/heading.tsx'

/** From a letter: its reference and code lead to the nominee's own page. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request, letterForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const allowed = allowUse(context, 'code')
  if (!allowed.ok) return refusedForm(allowed, form.values)
  const entered = await enterByLetter(context.ctx, form.value.reference, form.value.code)
  return entered.ok ? seeOther(`/nominee/${entered.value.token}`) : refusedForm(entered, form.values)
}

export const meta: MetaFunction = () => [
  { title: `Your letter – Nominees – ${siteName}` },
  { name: 'description', content: 'Type the code from our letter to see what was sent to us about you, and to answer.' },
]

export default function NomineeStart() {
  const again = useActionData<typeof action>()
  const errors = again?.errors ?? {}
  const site = useSite()
  return (
    <PublicFrame width="form">
      <ErrorSummary errors={errors.form ? { code: errors.form } : errors} />
      <PageTitle>You have had a letter from us</PageTitle>
      <Lead>It has a reference and a code. With them you see your nomination and can answer it.</Lead>
      <Form>
        <TextField name="reference" label="Reference" hint="Eight letters and numbers, like K7H4-X29R." width="code" autoComplete="off" spellCheck={false}
          value={String(again?.values.reference ?? '')} error={errors.reference} />
        <TextField name="code" label="Code" hint="Six numbers." width="code" inputMode="numeric" autoComplete="off" spellCheck={false}
          value={String(again?.values.code ?? '')} error={errors.code ?? errors.form} />
        <div><Button>See my nomination</Button></div>
      </Form>
      <Prose>
        <p>If it does not work, or you would rather talk, <Contact host={site} />.</p>
      </Prose>
    </PublicFrame>
  )
}
