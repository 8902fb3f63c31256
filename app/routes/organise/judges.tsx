import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { listJudges } from '#app/features/judging/judges.queries.server.ts'
import { termsVersion } from '#app/features/judging/terms.ts'
import { JudgesTable } from '#app/features/judging/ui/judges-table.tsx'
import { judgingDone } from '#app/features/judging/words.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { pageLinks, readCursor } from '#app/platform/paging.ts'
import { saidDone } from '#app/platform/respond.server.ts'
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { Pagination } from '#app/ui/table.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const search = new URL(args.request.url).searchParams
  const list = await listJudges(ctx, edition, readCursor(search, /^[a-z2-9]{20}$/))
  const judges = list.rows.map(({ id, name, state, signed_terms, declared_at, panels, ties }) => ({
    id, name, state, panels, ties, signed: signed_terms === termsVersion, declared: declared_at !== null,
  }))
  return { slug: edition.slug, judges, total: list.total, links: pageLinks(search, list), done: saidDone(args.request, judgingDone) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Judges – Judging ${data?.slug ?? ''} – ${siteName}` }]

export default function Judges() {
  const { slug, judges, total, links, done } = useLoaderData<typeof loader>()
  const at = `/organise/${slug}`
  return (
    <OrganiserFrame slug={slug} here={`${at}/judging`}>
      {done && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption="Judging">Judges</PageTitle>
      <Lead>Who judges these awards, and how ready they are. Before they read, each signs the terms and says with whom they have a tie.</Lead>
      <ButtonRow>
        <LinkButton href={`${at}/judges/invite`}>Invite a judge</LinkButton>
        <LinkButton href={`${at}/panels`} variant="quiet">Panels</LinkButton>
      </ButtonRow>
      <JudgesTable at={`${at}/judges`} judges={judges} />
      {total > 0 && <Pagination {...links} summary={total === 1 ? '1 judge' : `${total} judges`} />}
    </OrganiserFrame>
  )
}
