import type { ReactNode } from 'react'
import { figure, judgeNumber } from '#app/features/moderation/arithmetic.ts'
import { listed, type WorkingPart } from '#app/features/moderation/certainty.ts'
import { methodWords } from '#app/features/moderation/severity-words.ts'
import type { CategoryWorking, CriterionWorking } from '#app/features/moderation/working.queries.server.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { DataTable } from '#app/ui/table.tsx'

/** A part of the working; statements elsewhere lead to it. */
function Part({ id, title, children }: { id: WorkingPart; title: string; children: ReactNode }) {
  return (
    <>
      <SectionTitle id={id}>{title}</SectionTitle>
      {children}
    </>
  )
}

export function ScoresPart({ here, working: { criteria, standings: { rows }, apart } }: { here: string; working: CategoryWorking }) {
  return (
    <Part id="scores" title="From marks to scores">
      <p className="max-w-text">Each judge marks an entry on every criterion. Their score of it is the mean of those marks, each counting by its weight; the entry’s plain mean is the mean of its judges’ scores.</p>
      <CriteriaTable criteria={criteria} />
      <p className="max-w-text">Agreement is 1 when all judges give the same marks and 0 when they agree no more than by chance (Krippendorff’s alpha).</p>
      <h3 className="text-h3 font-bold">Entry by entry</h3>
      <ul className="grid gap-1">{[...rows, ...apart].map(({ entryId, name }) => <li key={entryId}><a href={`${here}/${entryId}`} className="inline-flex min-h-11 items-center">{name}</a></li>)}</ul>
    </Part>
  )
}

function CriteriaTable({ criteria }: { criteria: CriterionWorking[] }) {
  return (
    <DataTable
      caption="Criteria" captionHidden rows={criteria} rowKey={({ name }) => name} empty={<p>There are no criteria.</p>}
      columns={[
        { key: 'name', header: 'Criterion', cell: ({ name }) => name },
        { key: 'weight', header: 'Weight', numeric: true, cell: ({ weight }) => weight },
        { key: 'scale', header: 'Scale', cell: ({ scaleMin, scaleMax }) => `${scaleMin} to ${scaleMax}` },
        { key: 'mean', header: 'Mean of all marks', numeric: true, cell: ({ mean }) => figure(mean) },
        { key: 'agreement', header: 'Agreement', numeric: true, cell: ({ agreement }) => figure(agreement) },
      ]}
    />
  )
}

const methods: Record<CategoryWorking['standings']['method'], string> = {
  reml: 'A score is taken to be the mean of all, plus what the entry is worth, plus how its judge marks, plus chance. How far each of these reaches is estimated from the scores (crossed random effects, REML); a judge of whom little is known is hardly corrected.',
  'both-fixed': 'Entry and judge account for every score exactly, so severity is taken off in full and nothing is left to chance.',
  'raw-only': 'Judges and entries overlap too little to tell severity from chance: there are plain means only.',
  'no-variation': 'All scores are equal. There is nothing to take off.',
}

export function SeverityPart({ judgesAt, working: { standings: { method }, model } }: { judgesAt: string; working: CategoryWorking }) {
  const spread = (variance: number | null) => (variance === null ? 'Not known' : `${figure(Math.sqrt(variance))} points (variance ${figure(variance)})`)
  return (
    <Part id="severity" title="How severity is taken off">
      <p className="max-w-text">Some judges mark high, some mark low. Judges are compared only through entries they share; how high or low each one marks is taken off before averaging. If every judge saw every entry, the order is exactly that of the plain means.</p>
      <p className="max-w-text">{methods[method]}</p>
      <SummaryList rows={[
        { key: 'Mean of all', value: figure(model.mean) }, { key: 'Entries differ by', value: spread(model.varEntry) },
        { key: 'Judges differ by', value: spread(model.varJudge) }, { key: 'Chance', value: spread(model.varResidual) },
      ]} />
      <p><a href={judgesAt} className="inline-flex min-h-11 items-center">How each judge marks</a></p>
    </Part>
  )
}

export function ChancesPart({ working: { standings: { rows, certainty, method, version, seed } } }: { working: CategoryWorking }) {
  return (
    <Part id="chances" title="How likely each is the best">
      <p className="max-w-text">
        {method === 'raw-only' ? 'That needs judges to share entries, which they do too little here.' : 'The model is asked over and over how the entries’ true worth could lie, given these scores. In how many of those answers an entry is the highest is its chance of being the best; nine in ten of its places lie between the two given. The variances are taken as known, so with few scores the chances are somewhat too sure.'}
      </p>
      <DataTable
        caption="Chances" captionHidden rows={rows} rowKey={({ entryId }) => entryId} empty={<p>Nobody takes part any more.</p>}
        columns={[
          { key: 'name', header: 'Entry', cell: ({ name }) => name },
          { key: 'chance', header: 'Is the best', numeric: true, cell: ({ pFirst }) => (pFirst === null ? '–' : `${(100 * pFirst).toFixed(2)} %`) },
          { key: 'range', header: 'Nine times in ten', cell: ({ range }) => (range ? `place ${range.from} to ${range.to}` : '–') },
        ]}
      />
      <p className="max-w-text">Two are too close to call when the upper is the better with a chance below 90 in 100{certainty.tooClose?.length ? `: ${certainty.tooClose.map(([upper, lower]) => `${upper} and ${lower}`).join('; ')}` : ''}. Those who could be the best are the fewest that hold it with a chance of 95 in 100{certainty.possibleWinners ? `: ${listed(certainty.possibleWinners)}` : ''}.</p>
      <p className="max-w-text">Calculation version {version}, seed {seed}: the same scores give the same figures, to the last digit.</p>
    </Part>
  )
}

export function LeftOutPart({ working: { decisive, sameWinner, standings: { certainty: { judges } } } }: { working: CategoryWorking }) {
  const said = (same: boolean | null) => (same === null ? 'Cannot be told' : same ? 'The same' : 'Another')
  const others = decisive === null ? 'Cannot be told' : decisive.length === 0 ? `Nobody: the first stays the same without any one of the ${judges}` : listed(decisive.map(judgeNumber))
  return (
    <Part id="left-out" title="Who would be first otherwise">
      <SummaryList rows={[
        { key: 'Judges without whom another entry would be first, in the order in force', value: others },
        { key: 'First by plain means, beside the first once severity is taken off', value: said(sameWinner.raw) },
        { key: 'First with severity taken off in full', value: said(sameWinner.bothFixed) },
        { key: 'First by adjusted means, whichever one judge is left out', value: said(sameWinner.leaveOneJudgeOut) },
      ]} />
    </Part>
  )
}

export function ConnectionPart({ working: { connection: { components, fiedler, thinnest } } }: { working: CategoryWorking }) {
  return (
    <Part id="connection" title="How well the judges can be compared">
      <SummaryList rows={[
        { key: 'Parts of the panel without a judge or an entry in common', value: components },
        { key: 'Judges who share the fewest entries', value: thinnest ? `${thinnest.judges.map(judgeNumber).join(' and ')}: ${thinnest.shared}` : '–' },
        { key: 'Connection of the whole (Fiedler value; 0 when it falls apart)', value: figure(fiedler) },
      ]} />
    </Part>
  )
}

export function ReliabilityPart({ working: { agreement: { alpha, w, p }, standings: { certainty: { reliability: { iccA1, iccAk, iccC1, iccCk, k } } } } }: { working: CategoryWorking }) {
  return (
    <Part id="reliability" title="How reliable the scores are">
      <p className="max-w-text">The share of the entries in what sets scores apart, from 0 to 1 (intraclass correlation): of one judge’s score, and of the mean of a panel.</p>
      <SummaryList rows={[
        { key: 'Plain mean of the panel', value: figure(iccAk) }, { key: 'Adjusted mean of the panel', value: figure(iccCk) },
        { key: 'One judge, as they mark', value: figure(iccA1) }, { key: 'One judge, severity taken off', value: figure(iccC1) },
        { key: 'Judges for each entry (harmonic mean)', value: figure(k) },
        { key: 'Agreement of all scores (Krippendorff’s alpha)', value: figure(alpha) },
        { key: 'Agreement of rankings (Kendall’s W; only where every judge scored every entry)', value: w === null ? '–' : `${figure(w)} (by chance with ${p !== null && p < 0.001 ? 'p below 0.001' : `p = ${figure(p)}`})` },
      ]} />
    </Part>
  )
}

/** Beside, never in force; folded, as it is for those who ask. */
export function OtherMethods({ compared: { methods: names, rows } }: Pick<CategoryWorking, 'compared'>) {
  return (
    <Disclosure summary="Places by other methods">
      <p className="max-w-text">What other panels would have made of the same scores. None of these decides anything here.</p>
      <DataTable
        caption="Places by other methods" captionHidden rows={rows} rowKey={({ entryId }) => entryId} empty={<p>Nobody takes part any more.</p>}
        columns={[
          { key: 'name', header: 'Entry', cell: ({ name }) => name },
          { key: 'place', header: 'In force', numeric: true, cell: ({ place }) => place ?? '–' },
          ...names.map((name, index) => ({ key: name, header: methodWords[name].label, numeric: true, cell: ({ places }: (typeof rows)[number]) => places[index] ?? '–' })),
        ]}
      />
      <ul className="max-w-text">{names.map((name) => <li key={name}><strong>{methodWords[name].label}</strong>: {methodWords[name].says}.</li>)}</ul>
    </Disclosure>
  )
}
