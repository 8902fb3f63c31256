import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isOwner } from '#app/domain/actor.ts'
import { isAuditGroup } from '#app/features/audit/groups.ts'
import { auditKey, listActors, listHappenings } from '#app/features/audit/queries.server.ts'
import { AuditFilterBar, AuditTable } from '#app/features/audit/ui/audit-table.tsx'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { pageLinks, readCursor } from '#app/platform/paging.ts'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { Pagination } from '#app/ui/table.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const search = new URL(args.request.url).searchParams
  const owner = isOwner(ctx.actor)
  const asked = {
    who: search.get('who') ?? '', group: search.get('group') ?? '', about: search.get('about') ?? '',
    of: owner && search.get('of') === 'none' ? 'none' : '',
  }
  const filter = {
    actor: asked.who || undefined, objectId: asked.about || undefined, ofNoEdition: asked.of === 'none',
    group: isAuditGroup(asked.group) ? asked.group : undefined,
  }
  const page = await listHappenings(ctx, edition, filter, readCursor(search, auditKey))
  return { slug: edition.slug, owner, asked, rows: page.rows, actors: await listActors(ctx, edition), links: pageLinks(search, page) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Audit trail – ${data?.slug ?? ''} – ${siteName}` }]

export default function AuditTrail() {
  const { slug, owner, asked, rows, actors, links } = useLoaderData<typeof loader>()
  const at = `/organise/${slug}/audit`
  return (
    <OrganiserFrame slug={slug} here={at}>
      <PageTitle caption={slug}>Audit trail</PageTitle>
      <Lead>Everything that was changed here, by whom and when. Nothing in it can be altered or taken out.</Lead>
      <AuditFilterBar asked={asked} actors={actors} owner={owner} />
      <AuditTable at={at} rows={rows} asked={asked} />
      {rows.length > 0 && <Pagination {...links} summary={rows.length === 1 ? '1 line shown' : `${rows.length} lines shown`} />}
    </OrganiserFrame>
  )
}
