import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Contact } from '#app/features/editions/ui/contact.tsx'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { useSite } from '#app/features/editions/ui/site.ts'
import { allowMail, allowUse } from '#app/features/nominations/limits.server.ts'
import { askForLinks } from '#app/features/nominations/links.commands.server.ts'
import { AskForLinks } from '#app/features/nominations/ui/ask-for-links.tsx'
import { emailForm } from '#app/features/people/forms.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Lead, PageTitle, Prose } from '#app/ui/heading.tsx'

export function loader({ request }: LoaderFunctionArgs) {
  return { asked: new URL(request.url).searchParams.get('done') === 'asked' }
}

/** Answers the same for every address: whether it is known is told only to whoever reads its mail. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request, emailForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const asked = allowUse(context, 'ask')
  const may = asked.ok ? allowMail(context, form.value.email) : asked
  if (!may.ok) return refusedForm(may, form.values)
  await askForLinks(context.ctx, form.value.email)
  return seeOther('/nominate/new-link?done=asked')
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.asked ? 'Check your email' : 'Ask for a new link'} – New link – ${siteName}` },
  { name: 'description', content: 'Ask for a new link to a nomination you are writing or have sent.' },
]

export default function NewLink() {
  const { asked } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const errors = again?.errors ?? {}
  return (
    <PublicFrame width="form">
      <ErrorSummary errors={errors.form ? { email: errors.form } : errors} />
      {asked && !again ? <Asked /> : <Ask email={String(again?.values.email ?? '')} error={errors.email ?? errors.form} />}
      <NoEmail />
    </PublicFrame>
  )
}

function Ask(typed: { email: string; error?: string }) {
  return (
    <>
      <PageTitle>Ask for a new link</PageTitle>
      <Lead>Have you lost the link to your nomination, or is it too old? We send you a new one for everything you have sent or begun.</Lead>
      <AskForLinks {...typed} />
    </>
  )
}

function Asked() {
  return (
    <>
      <PageTitle>Check your email</PageTitle>
      <Lead>If there is a nomination with that email address, we have sent the link to it.</Lead>
      <Prose>
        <p>Nothing there after a few minutes? Look in the junk folder, or <a href="/nominate/new-link">try another address of yours</a>.</p>
      </Prose>
    </>
  )
}

/** Who gave no address, or no longer has it, is known to us by their reference. */
function NoEmail() {
  const site = useSite()
  return (
    <Prose>
      <p>Did you give us no email address? Have your reference ready and <Contact host={site} />.</p>
    </Prose>
  )
}
