import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { judgeDecision } from '#app/features/moderation/decision-gaps.ts'
import { lookAtResults } from '#app/features/moderation/embargo.server.ts'
import type { ModerationAct } from '#app/features/moderation/forms.ts'
import { mayDecide, phaseOf, type Phase } from '#app/features/moderation/policy.ts'
import { readStandings, type CategoryStandings } from '#app/features/moderation/standings.queries.server.ts'
import { DecisionList } from '#app/features/moderation/ui/decision.tsx'
import { StandingsTable } from '#app/features/moderation/ui/standings-table.tsx'
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
  const open = phase === 'before' || phase === 'judging'
  const standings = open ? null : await readStandings(ctx, edition, category)
  return {
    slug: edition.slug, phase, category: { slug: category.slug, name: category.name }, standings, decision: open ? null : (category.decision ?? null), mayAct, mayDecide: mayDecide(category),
    judged: standings ? judgeDecision(category.decision, standings) : { gaps: [], differs: false }, quorum: edition.settings.quorum, done: saidDone(args.request, moderationDone),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.category.name ?? ''} – Results ${data?.slug ?? ''} – ${siteName}` }]

export default function Standing() {
  const { slug, phase, category, standings, decision, judged, mayAct, mayDecide: decides, done } = useLoaderData<typeof loader>()
  const at = `/organise/${slug}`
  const here = `${at}/standings/${category.slug}`
  return (
    <OrganiserFrame slug={slug} here={`${at}/standings`}>
      <BackLink href={`${at}/standings`}>Results</BackLink>
      {done && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption={phaseWords[phase].label}>{category.name}</PageTitle>
      {standings ? <StandingsPart at={at} standings={standings} /> : <Lead>Nobody sees a score before scoring is closed, and you neither.</Lead>}
      {standings && phase !== 'no-award' && (
        <>
          <SectionTitle>{phase === 'amending' ? 'The decision as it would be amended' : 'The decision'}</SectionTitle>
          {decision?.awards.length ? <DecisionList decision={decision} differs={judged.differs} /> : <p>Nothing is decided yet.</p>}
          {decides && decision && judged.gaps.length > 0 && <Notice tone="info" title="Before it can be settled"><ul>{judged.gaps.map((gap) => <li key={gap}>{gap}</li>)}</ul></Notice>}
        </>
      )}
      {phase === 'no-award' && decision && <DecisionList decision={decision} differs={false} />}
      {mayAct && <Acts here={here} sealAt={`${at}/seal/${category.slug}`} phase={phase} decides={decides} mayGo={judged.gaps.length === 0} wasJudged={decision !== null} />}
    </OrganiserFrame>
  )
}

function StandingsPart({ at, standings }: { at: string; standings: CategoryStandings }) {
  const { cards, gone, ordering, adjusts, rows } = standings
  const says = [
    cards.unfinished > 0 && `${cards.unfinished === 1 ? '1 scorecard was' : `${cards.unfinished} scorecards were`} not finished and ${cards.unfinished === 1 ? 'does' : 'do'} not count.`,
    cards.outdated > 0 && `${cards.outdated === 1 ? '1 scorecard was' : `${cards.outdated} scorecards were`} made on evidence or criteria that have changed since, and ${cards.outdated === 1 ? 'does' : 'do'} not count until ${cards.outdated === 1 ? 'its judge confirms it' : 'their judges confirm them'}.`,
    gone.length > 0 && `No longer taking part: ${gone.join(', ')}.`,
  ].filter((one) => one !== false)
  return (
    <>
      <Lead>{ordering === 'adjusted' ? 'Ordered by means adjusted for how severe each judge is.' : 'Ordered by the weighted mean of finished scorecards.'} {cards.counted === 1 ? '1 scorecard counts.' : `${cards.counted} scorecards count.`}</Lead>
      {says.length > 0 && <Notice tone="warning" title="What does not count">{says.map((one) => <p key={one}>{one}</p>)}</Notice>}
      <StandingsTable at={at} ordering={ordering} adjusts={adjusts} rows={rows} />
    </>
  )
}

/** What can be done next: the main one first. */
const actsOf: Record<Phase, { act: ModerationAct; label: string }[]> = {
  before: [], sealed: [{ act: 'amend', label: 'Amend the seal' }], amending: [{ act: 'drop-amendment', label: 'Drop the amendment' }],
  judging: [{ act: 'close', label: 'Close scoring' }],
  deciding: [{ act: 'no-award', label: 'Give no award' }, { act: 'open-again', label: 'Give back to the judges' }],
  settled: [{ act: 'reopen', label: 'Open the decision again' }], 'no-award': [{ act: 'reopen', label: 'Open the decision again' }],
}

function Acts({ here, sealAt, phase, decides, mayGo, wasJudged }: { here: string; sealAt: string; phase: Phase; decides: boolean; mayGo: boolean; wasJudged: boolean }) {
  const acts = phase === 'no-award' && !wasJudged ? [] : actsOf[phase]
  return (
    <ButtonRow>
      {phase === 'deciding' && mayGo && <LinkButton href={`${here}/settle`}>Settle the decision</LinkButton>}
      {(phase === 'settled' || (phase === 'amending' && mayGo)) && <LinkButton href={sealAt}>Seal it</LinkButton>}
      {decides && <LinkButton href={`${here}/decide`} variant={mayGo ? 'secondary' : 'primary'}>Write down the decision</LinkButton>}
      {acts.map(({ act, label }) => <LinkButton key={act} href={`${here}/${act}`} variant={act === 'close' ? 'primary' : 'secondary'}>{label}</LinkButton>)}
    </ButtonRow>
  )
}
