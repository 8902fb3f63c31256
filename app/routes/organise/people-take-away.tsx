import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refusalOf } from '#app/domain/refusals.ts'
import { roleWords } from '#app/domain/roles.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { revokeRole } from '#app/features/people/commands.server.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { canRevoke } from '#app/features/people/policy.ts'
import { countOwners, findPerson, type PersonRow } from '#app/features/people/queries.server.ts'
import { nothingForm, readForm } from '#app/platform/form.server.ts'
import { formAgain, need, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'

/** The role in the address, if it is held and theirs to take. `hindered`: why it cannot be taken all the same. */
async function requireTakeable(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const person = await findPerson(ctx, edition.id, args.params.grant ?? '')
  if (!person) throw notFound()
  const may = canRevoke(ctx.actor, person, await countOwners(ctx))
  if (!may.ok && may.code === 'not-yours') need(may)
  const own = ctx.actor.kind === 'account' && ctx.actor.accountId === person.accountId
  return { ctx, edition, person, own, hindered: may.ok ? undefined : refusalOf(may.code).sentence(may.facts) }
}

export async function loader(args: LoaderFunctionArgs) {
  const { edition, person, own, hindered } = await requireTakeable(args)
  return { slug: edition.slug, name: person.name, role: roleWords[person.role].name, reach: reachText(person, edition.name), own, hindered }
}

function reachText({ editionId }: PersonRow, editionName: string): string {
  return editionId === null ? 'every year' : editionName
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, person, own } = await requireTakeable(args)
  const form = await readForm(args.request, nothingForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const revoked = await revokeRole(ctx, edition, person.grantId)
  if (!revoked.ok) return refusedForm(revoked)
  return seeOther(own ? '/account' : `/organise/${edition.slug}/people?done=taken-away`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Take away ${data?.name ?? ''}’s role – People – ${siteName}` }]

export default function TakeAway() {
  const { slug, name, role, reach, own, hindered } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const at = `/organise/${slug}/people`
  return (
    <OrganiserFrame slug={slug} here={at} width="form">
      <ErrorSummary errors={again?.errors ?? {}} />
      <PageTitle caption="People">Take away {name}’s role as {role}?</PageTitle>
      {hindered && !again && <Notice tone="warning" title="Not possible">{hindered}</Notice>}
      {!hindered && <Lead>{own ? 'You' : 'They'} hold it for {reach}. It ends at once, also where {own ? 'you are' : 'they are'} signed in. We do not write to them about it.</Lead>}
      {hindered
        ? <ButtonRow><LinkButton href={at} variant="quiet">Back to people</LinkButton></ButtonRow>
        : (
          <Form>
            <ButtonRow>
              <Button variant="danger">Take away the role</Button>
              <LinkButton href={at} variant="quiet">Keep it</LinkButton>
            </ButtonRow>
          </Form>
        )}
    </OrganiserFrame>
  )
}
