import { judgeStateWords, tieWords } from '#app/features/judging/words.ts'
import { RowLink } from '#app/features/judging/ui/row-link.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { JudgeState, TieKind } from '#db/vocabulary.ts'

interface JudgeView {
  email: string
  state: JudgeState
  invited: string
  answered: string | null
  signed: string | null
  declared: string | null
  ended: string | null
  endedReason: string
  ties: { kind: TieKind; name: string }[]
  panels: { slug: string; name: string; chair: 0 | 1 }[]
}

/** How ready a judge is, and what stands between them and entries. */
export function JudgeFacts({ slug, judge }: { slug: string; judge: JudgeView }) {
  const { label, tone } = judgeStateWords[judge.state]
  return (
    <SummaryList
      rows={[
        { key: 'State', value: <Tag tone={tone}>{label}</Tag> },
        ...(judge.ended ? [{ key: 'Ended', value: `${judge.ended}\n${judge.endedReason}` }] : []),
        { key: 'Email', value: judge.email },
        { key: 'Invited', value: judge.answered ? `${judge.invited}, answered ${judge.answered}` : `${judge.invited}, not answered yet` },
        { key: 'Terms of confidentiality', value: judge.signed ? `Signed ${judge.signed}` : 'Not signed' },
        { key: 'Ties', value: judge.declared ? <Ties ties={judge.ties} declared={judge.declared} /> : 'Not declared' },
        { key: 'Panels', value: judge.panels.length ? <Panels slug={slug} panels={judge.panels} /> : 'None yet' },
      ]}
    />
  )
}

function Ties({ ties, declared }: { ties: JudgeView['ties']; declared: string }) {
  if (ties.length === 0) return <>None, declared {declared}</>
  return (
    <>
      <ul>{ties.map(({ kind, name }) => <li key={`${kind} ${name}`}>{tieWords[kind]}: {name}</li>)}</ul>
      <p className="text-small text-ink2">Declared {declared}. Entries of people who work there are out of their sight.</p>
    </>
  )
}

function Panels({ slug, panels }: { slug: string; panels: JudgeView['panels'] }) {
  return (
    <ul>
      {panels.map((panel) => (
        <li key={panel.slug}>
          <RowLink href={`/organise/${slug}/panels/${panel.slug}`}>{panel.name}</RowLink>{panel.chair === 1 && ', chair'}
        </li>
      ))}
    </ul>
  )
}
