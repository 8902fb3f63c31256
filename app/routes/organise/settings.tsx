import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canOrganise, isOwner } from '#app/domain/actor.ts'
import { findSection, sayings, sectionTitles, type Said } from '#app/features/editions/settings.words.ts'
import { siteName } from '#app/features/editions/template.ts'
import { doneSentences } from '#app/features/editions/ui/done.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireAssistant } from '#app/features/people/guard.server.ts'
import { saidDone } from '#app/platform/respond.server.ts'
import { PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  return { slug: edition.slug, name: edition.name, current: edition.current, said: sayings(edition), owner: isOwner(ctx.actor), mayAct: canOrganise(ctx.actor, edition.id), done: saidDone(args.request, doneSentences) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Settings ${data?.slug ?? ''} – ${siteName}` }]

export default function Settings() {
  const { slug, name, current, said, owner, mayAct, done } = useLoaderData<typeof loader>()
  const at = `/organise/${slug}/settings`
  return (
    <OrganiserFrame slug={slug} here={at}>
      {done && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption={name}>Settings</PageTitle>
      <p><TextLink href={`/organise/${slug}/categories`}>Categories, criteria and weights</TextLink> and <TextLink href={`/organise/${slug}/questions`}>questions</TextLink> have pages of their own.</p>
      {Object.entries(said).map(([section, rows]) => (
        <SectionSummary key={section} section={section} rows={rows} changeHref={mayAct ? `${at}/${section}` : undefined} />
      ))}
      <SectionTitle>Editions</SectionTitle>
      <p>
        {current ? 'The public pages show this edition. ' : 'The public pages do not show this edition. '}
        {mayAct && <TextLink href={`${at}/current`}>Which edition they show</TextLink>}
      </p>
      {owner && <p><TextLink href="/organise/new">Start another edition</TextLink></p>}
    </OrganiserFrame>
  )
}

function SectionSummary({ section, rows, changeHref }: { section: string; rows: Said[]; changeHref?: string }) {
  const name = findSection(section)
  const title = name ? sectionTitles[name] : ''
  return (
    <section aria-labelledby={section} className="grid max-w-form gap-4">
      <SectionTitle id={section}>{title}</SectionTitle>
      <SummaryList rows={rows} />
      {changeHref && <p><TextLink href={changeHref} hiddenText={`: ${title}`}>Change</TextLink></p>}
    </section>
  )
}
