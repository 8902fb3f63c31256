import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { roleWords } from '#app/domain/roles.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { inviteToRole } from '#app/features/people/commands.server.ts'
import { inviteForm } from '#app/features/people/forms.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { rolesToGive } from '#app/features/people/policy.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Radios, TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/link.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  return { slug: edition.slug, editionName: edition.name, roles: rolesToGive(ctx.actor, edition.id) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const form = await readForm(args.request, inviteForm(rolesToGive(ctx.actor, edition.id)))
  if (!form.ok) return formAgain(form.errors, form.values)
  const invited = await inviteToRole(ctx, edition, form.value)
  if (!invited.ok) return refusedForm(invited, form.values)
  return seeOther(`/organise/${edition.slug}/people?done=invited`)
}

export const meta: MetaFunction = () => [{ title: `Invite somebody – People – ${siteName}` }]

export default function Invite() {
  const { slug, editionName, roles } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const { form, ...fieldErrors } = again?.errors ?? {}
  const errors: Record<string, string> = form ? { ...fieldErrors, role: form } : fieldErrors
  const typed = (name: string) => String(again?.values[name] ?? '')
  const at = `/organise/${slug}/people`
  return (
    <OrganiserFrame slug={slug} here={at} width="form">
      <ErrorSummary errors={errors} />
      <PageTitle caption="People">Invite somebody</PageTitle>
      <Lead>They get the role at once, and a message that tells them how to sign in.</Lead>
      <p>Judges are asked first whether they will: <TextLink href={`/organise/${slug}/judges/invite`}>invite a judge</TextLink>.</p>
      <Form>
        <TextField name="name" label="Their name" autoComplete="off" spellCheck={false} value={typed('name')} error={errors.name} />
        <TextField name="email" type="email" label="Their email address" autoComplete="off" spellCheck={false} value={typed('email')} error={errors.email} />
        <Radios name="role" legend={`What they do in ${editionName}`} value={typed('role')} error={errors.role}
          options={roles.map((role) => ({ value: role, label: roleWords[role].name, hint: roleWords[role].can }))} />
        <ButtonRow>
          <Button>Give the role and tell them</Button>
          <LinkButton href={at} variant="quiet">Cancel</LinkButton>
        </ButtonRow>
      </Form>
    </OrganiserFrame>
  )
}
