import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { roleWords } from '#app/domain/roles.ts'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { landingOf } from '#app/features/people/policy.ts'
import { peekAccount } from '#app/features/people/queries.server.ts'
import { browserOf } from '#app/features/people/session.server.ts'
import { signInByDemoLink } from '#app/features/people/sign-in.commands.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { demoIsOpen } from '#app/platform/demo.server.ts'
import { nothingForm, readForm } from '#app/platform/form.server.ts'
import { formAgain, need, notFound, seeOther } from '#app/platform/respond.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'

async function requireDemo(ctx: Ctx): Promise<void> {
  if (!(await demoIsOpen(ctx))) throw notFound()
}

export async function loader({ context: { ctx }, params }: LoaderFunctionArgs) {
  await requireDemo(ctx)
  const { name, grants } = need(await peekAccount(ctx, 'demo', params.token ?? ''))
  return { name, roles: grants.map((grant) => roleWords[grant.role]) }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  await requireDemo(context.ctx)
  const form = await readForm(request, nothingForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { account, setCookie } = need(await signInByDemoLink(context.ctx, browserOf(context, request), params.token ?? ''))
  return seeOther(landingOf(account), { 'Set-Cookie': setCookie })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Go on as ${data?.name ?? ''} – Demo – ${siteName}` }]

export default function Demo() {
  const { name, roles } = useLoaderData<typeof loader>()
  return (
    <PublicFrame width="form">
      <ErrorSummary errors={useActionData<typeof action>()?.errors ?? {}} />
      <PageTitle caption="Demo">You will be {name}</PageTitle>
      {roles.map((role) => (
        <Lead key={role.name}>{role.name}. {role.can}</Lead>
      ))}
      <p>Everybody in this demo is made up. This link works as often as you like.</p>
      <Form>
        <div><Button>Go on as {name}</Button></div>
      </Form>
    </PublicFrame>
  )
}
