import type { Criterion } from '#app/features/categories/queries.server.ts'
import { countGiven, sameContent, type Content, type Progress } from '#app/features/judging/scorecard.ts'
import { contentFrom, valuesOf } from '#app/features/judging/scoring.forms.ts'
import { DeskBar, DeskPanes, Evidence } from '#app/features/judging/ui/desk-panes.tsx'
import { ScorecardForm } from '#app/features/judging/ui/scorecard-form.tsx'
import { OtherVersion } from '#app/features/judging/ui/scorecard-other.tsx'
import { FinishedActs, ScorecardRead } from '#app/features/judging/ui/scorecard-read.tsx'
import type { DossierPart } from '#app/features/screening/dossier.server.ts'
import { Notice } from '#app/ui/panel.tsx'

type Values = Record<string, string | string[]>

/** A scorecard that was sent and came back; `other`: what is saved by now says something else. */
interface Typed {
  values: Values
  other: boolean
}

/** Nothing, when what came back was no scorecard. */
export function typedOf(criteria: Criterion[], saved: Content, version: number, values: Values = {}): Typed | undefined {
  if (!('note' in values)) return undefined
  return { values, other: values.version !== String(version) && !sameContent(contentFrom(criteria, values), saved) }
}

interface DeskProps {
  /** of the entry */
  at: string
  card: { id: string; version: number; progress: Progress }
  dossier: DossierPart[]
  stamp: string
  criteria: Criterion[]
  /** as it is saved */
  content: Content
  savedAt: string
  typed?: Typed
  errors: Record<string, string>
}

export function OpenDesk({ at, card, dossier, stamp, criteria, content, savedAt, typed, errors }: DeskProps) {
  const values = typed?.values ?? valuesOf(criteria, content)
  const form = (
    <>
      {typed?.other && (
        <OtherVersion title={`Saved in the other place at ${savedAt}`} criteria={criteria} content={content}>
          Below is what you filled in here. Save it to put it in place of this, or <a href={at}>keep what was saved in the other place</a>.
        </OtherVersion>
      )}
      <ScorecardForm at={at} cardId={card.id} version={card.version} stamp={stamp} criteria={criteria} values={values} errors={errors} />
    </>
  )
  const bar = <DeskBar given={countGiven(criteria, contentFrom(criteria, values))} of={criteria.length} status={card.version > 0 ? `Saved at ${savedAt}.` : ''} />
  return <DeskPanes entry={<Evidence dossier={dossier} />} scorecard={form} bar={bar} />
}

export function FinishedDesk({ at, card, dossier, stamp, criteria, content, typed }: DeskProps) {
  const scorecard = (
    <>
      {typed?.other && (
        <OtherVersion title="What you filled in here, not saved" criteria={criteria} content={contentFrom(criteria, typed.values)}>
          It was finished in another place as it stands below.
        </OtherVersion>
      )}
      <ScorecardRead criteria={criteria} content={content} />
      <FinishedActs at={at} version={card.version} stamp={stamp} changed={card.progress === 'look-again'} />
    </>
  )
  return <DeskPanes entry={<Evidence dossier={dossier} />} scorecard={scorecard} />
}

/** Why a scorecard must be looked at again; never how the evidence changed, which would tell of those who wrote. */
export function Outdated({ finished }: { finished: boolean }) {
  return (
    <Notice tone="warning" title="Look at this entry again">
      <p>What there is to read, or what it is judged by, has changed since you {finished ? 'finished' : 'began'}. {finished && 'Your scores count again once you confirm them, or change them and finish.'}</p>
    </Notice>
  )
}
