import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { itemPath } from '#app/features/meeting/paths.ts'
import { judgeDecision } from '#app/features/moderation/decision-gaps.ts'
import { lookAtResults } from '#app/features/moderation/embargo.server.ts'
import type { ModerationAct } from '#app/features/moderation/forms.ts'
import { hasStandings, mayDecide, phaseOf, type Phase } from '#app/features/moderation/policy.ts'
import { readStandings } from '#app/features/moderation/standings.queries.server.ts'
import { DecisionList } from '#app/features/moderation/ui/decision.tsx'
import { StandingsPart } from '#app/features/moderation/ui/standings-part.tsx'
import { moderationDone, phaseWords } from '#app/features/moderation/words.ts'
import { saidDone } from '#app/platform/respond.server.ts'
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Lead, PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'

/** Before scoring is closed there are no standings for anybody: then the page has only the way to close it. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, category, mayAct } = await lookAtResults(args)
  const phase = phaseOf(category)
  const standings = hasStandings(category) ? await readStandings(ctx, edition, category) : null
  return {
    slug: edition.slug, phase, category: { slug: category.slug, name: category.name }, standings, decision: standings && (category.decision ?? null), mayAct, mayDecide: mayDecide(category),
    judged: standings ? judgeDecision(category.decision, standings) : { gaps: [], differs: false }, quorum: edition.settings.quorum, done: saidDone(args.request, moderationDone),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.category.name ?? ''} – Results ${data?.slug ?? ''} – ${siteName}` }]

export default function Standing() {
  const { slug, phase, category, standings, decision, judged, quorum, mayAct, mayDecide: decides, done } = useLoaderData<typeof loader>()
  const at = `/organise/${slug}`
  const here = `${at}/standings/${category.slug}`
  return (
    <OrganiserFrame slug={slug} here={`${at}/standings`}>
      <BackLink href={`${at}/standings`}>Results</BackLink>
      {done && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption={phaseWords[phase].label}>{category.name}</PageTitle>
      {standings ? <StandingsPart at={at} here={here} standings={standings} quorum={quorum} /> : <Lead>Nobody sees a score before scoring is closed, and you neither.</Lead>}
      {standings && phase !== 'no-award' && (
        <>
          <SectionTitle>{phase === 'amending' ? 'The decision as it would be amended' : 'The decision'}</SectionTitle>
          {decision?.awards.length ? <DecisionList decision={decision} differs={judged.differs} /> : <p>Nothing is decided yet.</p>}
          {decides && decision && judged.gaps.length > 0 && <Notice tone="info" title="Before it can be settled"><ul>{judged.gaps.map((gap) => <li key={gap}>{gap}</li>)}</ul></Notice>}
        </>
      )}
      {phase === 'no-award' && decision && <DecisionList decision={decision} differs={false} />}
      {decision && phase !== 'deciding' && <p><a href={`${here}/record`} className="inline-flex min-h-11 items-center">The record of the decision</a></p>}
      {mayAct && <Acts here={here} itemAt={itemPath(slug, category.slug)} sealAt={`${at}/seal/${category.slug}`} phase={phase} decides={decides} mayGo={judged.gaps.length === 0} wasJudged={decision !== null} />}
    </OrganiserFrame>
  )
}

/** What can be done next: the main one first. */
const actsOf: Record<Phase, { act: ModerationAct; label: string }[]> = {
  before: [], sealed: [{ act: 'amend', label: 'Amend the seal' }], amending: [{ act: 'drop-amendment', label: 'Drop the amendment' }],
  judging: [{ act: 'close', label: 'Close scoring' }],
  deciding: [{ act: 'no-award', label: 'Give no award' }, { act: 'open-again', label: 'Give back to the judges' }],
  settled: [{ act: 'reopen', label: 'Open the decision again' }], 'no-award': [{ act: 'reopen', label: 'Open the decision again' }],
}

function Acts({ here, itemAt, sealAt, phase, decides, mayGo, wasJudged }: { here: string; itemAt: string; sealAt: string; phase: Phase; decides: boolean; mayGo: boolean; wasJudged: boolean }) {
  const acts = phase === 'no-award' && !wasJudged ? [] : actsOf[phase]
  return (
    <ButtonRow>
      {phase === 'deciding' && mayGo && <LinkButton href={`${here}/settle`}>Settle the decision</LinkButton>}
      {(phase === 'settled' || (phase === 'amending' && mayGo)) && <LinkButton href={sealAt}>Seal it</LinkButton>}
      {decides && <LinkButton href={`${here}/decide`} variant={mayGo ? 'secondary' : 'primary'}>Write down the decision</LinkButton>}
      {phase === 'deciding' && <LinkButton href={itemAt} variant="secondary">Its item of the meeting</LinkButton>}
      {acts.map(({ act, label }) => <LinkButton key={act} href={`${here}/${act}`} variant={act === 'close' ? 'primary' : 'secondary'}>{label}</LinkButton>)}
    </ButtonRow>
  )
}
