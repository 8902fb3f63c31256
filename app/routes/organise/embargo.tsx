import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isOwner } from '#app/domain/actor.ts'
import { roleWords } from '#app/domain/roles.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { addToEmbargo, removeFromEmbargo } from '#app/features/moderation/embargo.commands.server.ts'
import { listConfidants, type Confidant } from '#app/features/moderation/embargo.queries.server.ts'
import { embargoForm } from '#app/features/moderation/forms.ts'
import { moderationDone } from '#app/features/moderation/words.ts'
import { requireOrganiser, requireOwner } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, saidDone, seeOther } from '#app/platform/respond.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { DataTable, type Column } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  return { slug: edition.slug, people: await listConfidants(ctx, edition), mayName: isOwner(ctx.actor), done: saidDone(args.request, moderationDone) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOwner(args)
  const form = await readForm(args.request, embargoForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { account, intent } = form.value
  const done = await (intent === 'add' ? addToEmbargo : removeFromEmbargo)(ctx, edition, account)
  return done.ok ? seeOther(`/organise/${edition.slug}/embargo?done=${intent === 'add' ? 'added' : 'removed'}`) : refusedForm(done, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Who sees results – Results ${data?.slug ?? ''} – ${siteName}` }]

export default function Embargo() {
  const { slug, people, mayName, done } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors ?? {}
  const at = `/organise/${slug}`
  const columns: Column<Confidant>[] = [
    { key: 'name', header: 'Person', cell: (one) => one.name },
    { key: 'role', header: 'Role', cell: (one) => roleWords[one.role].name },
    { key: 'on', header: 'Sees results', cell: (one) => <Tag tone={one.isOn ? 'info' : 'neutral'}>{one.isOn ? 'Yes' : 'No'}</Tag> },
    { key: 'looks', header: 'Looks so far', numeric: true, cell: (one) => (one.looks > 0 ? <a href={`${at}/audit?who=${one.accountId}&group=results`} className="inline-flex min-h-11 min-w-11 items-center justify-end">{one.looks}<span className="sr-only"> looks by {one.name}</span></a> : 0) },
    ...(mayName ? [{ key: 'act', header: 'Change', cell: (one: Confidant) => <Change person={one} /> }] : []),
  ]
  return (
    <OrganiserFrame slug={slug} here={`${at}/standings`}>
      <BackLink href={`${at}/standings`}>Results</BackLink>
      {done && <Notice tone="success" role="status" title={done} />}
      <ErrorSummary errors={errors} />
      <PageTitle caption="The embargo list">Who sees results before they are revealed</PageTitle>
      <Lead>As few as possible, and two at least: sealing takes two people. Where only one person organises, the second is a witness, who sees a category only while its seal is asked for. Every look at standings and decisions is noted in the audit trail. {!mayName && 'An owner says who is on the list.'}</Lead>
      <DataTable caption="Owners, organisers and witnesses" captionHidden columns={columns} rows={people} rowKey={(one) => one.accountId} empty={null} />
    </OrganiserFrame>
  )
}

function Change({ person: { accountId, name, isOn } }: { person: Confidant }) {
  return (
    <Form className="justify-start">
      <HiddenField name="account" value={accountId} />
      <Button name="intent" value={isOn ? 'remove' : 'add'} variant="secondary">{isOn ? 'Take off' : 'Put on'}<span className="sr-only"> the list: {name}</span></Button>
    </Form>
  )
}
