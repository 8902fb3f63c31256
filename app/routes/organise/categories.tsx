import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canOrganise } from '#app/domain/actor.ts'
import { getProgramme, type Category } from '#app/features/categories/queries.server.ts'
import { kindsText } from '#app/features/categories/words.ts'
import { siteName } from '#app/features/editions/template.ts'
import { doneSentences } from '#app/features/editions/ui/done.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireAssistant } from '#app/features/people/guard.server.ts'
import { saidDone } from '#app/platform/respond.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageTitle } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { DataTable, type Column } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  const { categories } = await getProgramme(ctx, edition)
  return { slug: edition.slug, name: edition.name, categories, mayAct: canOrganise(ctx.actor, edition.id), done: saidDone(args.request, doneSentences) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Categories and weights – ${data?.slug ?? ''} – ${siteName}` }]

function columns(slug: string, mayAct: boolean): Column<Category>[] {
  return [
    { key: 'name', header: 'Category', cell: (one) => (mayAct ? <a href={`/organise/${slug}/categories/${one.slug}`}>{one.name}</a> : one.name) },
    { key: 'kinds', header: 'For', cell: (one) => kindsText(one.kinds) },
    { key: 'criteria', header: 'Criteria and weights', cell: (one) => <ul>{one.criteria.map(({ id, name, weight }) => <li key={id}>{name}: {weight}</li>)}</ul> },
    { key: 'total', header: 'Total', cell: (one) => <Total weights={one.criteria.map(({ weight }) => weight)} /> },
    { key: 'sponsor', header: 'Sponsor', cell: (one) => <SponsorCell at={`/organise/${slug}/categories/${one.slug}/sponsor`} category={one} mayAct={mayAct} /> },
    { key: 'question', header: 'Its own question', cell: (one) => <a href={`/organise/${slug}/questions#of-${one.slug}`} className="inline-flex min-h-11 items-center">{one.questions.map(({ label }) => label).join(' ') || 'None'}</a> },
  ]
}

function SponsorCell({ at, category: { name, sponsor }, mayAct }: { at: string; category: Category; mayAct: boolean }) {
  return mayAct ? <a href={at} className="inline-flex min-h-11 items-center">{sponsor || 'None'}<span className="sr-only">: change the sponsor of {name}</span></a> : (sponsor || 'None')
}

function Total({ weights }: { weights: number[] }) {
  const total = weights.reduce((sum, one) => sum + one, 0)
  return <Tag tone={total === 100 ? 'good' : 'stopped'}>{total}</Tag>
}

export default function Categories() {
  const { slug, name, categories, mayAct, done } = useLoaderData<typeof loader>()
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/settings`}>
      {done && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption={name}>Categories and weights</PageTitle>
      <DataTable caption="Categories" captionHidden columns={columns(slug, mayAct)} rows={categories} rowKey={(one) => one.id}
        empty={<EmptyState title="There are no categories"><p>An edition made from the template has twelve.</p></EmptyState>} />
    </OrganiserFrame>
  )
}
