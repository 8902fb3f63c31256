import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { roleWords } from '#app/domain/roles.ts'
import { stampText } from '#app/domain/time.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { canRevoke } from '#app/features/people/policy.ts'
import { countOwners, listPeople } from '#app/features/people/queries.server.ts'
import { PeopleTable, RoleFilter } from '#app/features/people/ui/people-table.tsx'
import { pageLinks, readCursor } from '#app/platform/paging.ts'
import { saidDone } from '#app/platform/respond.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { Pagination } from '#app/ui/table.tsx'
import { roles } from '#db/vocabulary.ts'

const doneSentences: Record<string, string> = {
  invited: 'They have the role now, and a message with how to sign in is in the outbox.',
  'taken-away': 'The role is taken away. It counts at once.',
}

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const search = new URL(args.request.url).searchParams
  const role = roles.find((one) => one === search.get('role'))
  const list = await listPeople(ctx, edition.id, { role, cursor: readCursor(search, /^[a-z2-9]{20}$/) })
  const owners = await countOwners(ctx)
  const people = list.rows.map((person) => {
    const may = canRevoke(ctx.actor, person, owners)
    return {
      id: person.grantId, name: person.name, email: person.email, role: roleWords[person.role].name,
      since: stampText(person.grantedAt, edition.time_zone), takeAway: may.ok ? 'may' : may.code === 'last-owner' || may.code === 'ends-among-judges' ? may.code : 'may-not',
    } as const
  })
  return { slug: edition.slug, people, role: role ?? '', total: list.total, links: pageLinks(search, list), done: saidDone(args.request, doneSentences) }
}

export const meta: MetaFunction = () => [{ title: `People – Organise – ${siteName}` }]

export default function People() {
  const { slug, people, role, total, links, done } = useLoaderData<typeof loader>()
  const at = `/organise/${slug}/people`
  return (
    <OrganiserFrame slug={slug} here={at}>
      {done && <Notice tone="success" role="status" title="Done">{done}</Notice>}
      <PageTitle>People</PageTitle>
      <Lead>Who organises, helps with and judges these awards. Owners hold every year; the other roles are for this one.</Lead>
      <p><LinkButton href={`${at}/invite`}>Invite somebody</LinkButton></p>
      <RoleFilter at={at} role={role} />
      <PeopleTable at={at} people={people} />
      {total > 0 && <Pagination {...links} summary={total === 1 ? '1 role held' : `${total} roles held`} />}
    </OrganiserFrame>
  )
}
