import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { gapsBeforeJudging, isReadyToJudge } from '#app/domain/judging-gaps.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { countBegun, readProgress } from '#app/features/judging/progress.queries.server.ts'
import { listJudgingFacts } from '#app/features/judging/readiness.queries.server.ts'
import { ProgressTables } from '#app/features/judging/ui/progress.tsx'
import { ReadinessList } from '#app/features/judging/ui/readiness.tsx'
import { judgingDone } from '#app/features/judging/words.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { saidDone } from '#app/platform/respond.server.ts'
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Lead, PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const facts = await listJudgingFacts(ctx, edition)
  const toOpen = facts.filter(({ state }) => state === 'open' || state === 'shortlisted')
  const progress = await readProgress(ctx, edition)
  const begun = edition.stage === 'judging' ? await countBegun(ctx, edition) : 0
  return {
    slug: edition.slug, stage: edition.stage, progress, done: saidDone(args.request, judgingDone),
    ready: facts.filter(isReadyToJudge).length, mayOpen: edition.stage === 'screening' || edition.stage === 'judging', mayReturn: edition.stage === 'judging' && begun === 0,
    categories: toOpen.map((one) => ({ slug: one.slug, name: one.name, gaps: gapsBeforeJudging(one) })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Judging ${data?.slug ?? ''} – Organise – ${siteName}` }]

export default function Judging() {
  const { slug, stage, categories, ready, mayOpen, mayReturn, progress, done } = useLoaderData<typeof loader>()
  const at = `/organise/${slug}`
  const judged = progress.categories.length > 0
  return (
    <OrganiserFrame slug={slug} here={`${at}/judging`}>
      {done && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption={slug}>Judging</PageTitle>
      <Lead>{stage === 'judging' ? 'How far the judges are. Nobody sees a score before judging is over, nor do you.' : 'Each category is opened to its judges once everything it needs is there.'}</Lead>
      <ButtonRow>
        {judged && <LinkButton href={`${at}/judging/remind`}>Remind judges</LinkButton>}
        {mayOpen && ready > 0 && <LinkButton href={`${at}/judging/open`} variant={judged ? 'secondary' : 'primary'}>Open judging</LinkButton>}
        <LinkButton href={`${at}/judges`} variant="secondary">Judges</LinkButton>
        <LinkButton href={`${at}/panels`} variant="secondary">Panels</LinkButton>
        {mayReturn && <LinkButton href={`${at}/judging/return`} variant="quiet">Back to screening</LinkButton>}
      </ButtonRow>
      {judged && <ProgressTables at={at} progress={progress} />}
      {categories.length > 0 && (
        <>
          <SectionTitle>{judged ? 'Not being judged yet' : 'Before judging opens'}</SectionTitle>
          <ReadinessList at={at} categories={categories} />
        </>
      )}
    </OrganiserFrame>
  )
}
