import type { ProposalView } from '#app/features/judging/proposal.ts'
import { BarChart } from '#app/ui/bars.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { DataTable } from '#app/ui/table.tsx'

/** Another proposal, with more or fewer judges for each entry. */
export function WantedForm({ wanted, quorum }: { wanted: number; quorum: number }) {
  return (
    <Form method="get" className="max-w-form">
      <TextField name="wanted" label="Judges for each entry" hint={`The quorum is ${quorum}.`} inputMode="numeric" width="short" value={String(wanted)} />
      <div><Button variant="secondary">See another proposal</Button></div>
    </Form>
  )
}

export function ProposalFacts({ figures: { loads, shared, groups }, given, taken }: Pick<ProposalView, 'figures' | 'given' | 'taken'>) {
  return (
    <>
      <SummaryList
        rows={[
          { key: 'What changes', value: given + taken === 0 ? 'Nothing: it is given out like this already.' : `${given} to give, ${taken} to take back. What was begun stays where it is.` },
          { key: 'Each judge reads', value: spread(loads.map(({ entries }) => entries), 'entry', 'entries') },
          { key: 'Two judges share', value: shared ? spread([shared.least, shared.most], 'entry', 'entries') : 'There is only one judge' },
          { key: 'Can be compared', value: groups > 1 ? `No: the judges fall into ${groups} groups that share no entry. Put somebody on who reads in each.` : 'Yes: all judges are linked by entries they share' },
        ]}
      />
      {loads.length > 0 && <BarChart caption="Entries for each judge" unit="Entries" tableSummary="See the numbers as a table" bars={loads.map(({ name, entries }) => ({ label: name, value: entries }))} />}
    </>
  )
}

/** "3 entries", "3 to 4 entries" */
function spread(counts: number[], one: string, many: string): string {
  if (counts.length === 0) return 'Nobody on the panel has accepted yet'
  const [least, most] = [Math.min(...counts), Math.max(...counts)]
  const unit = most === 1 ? one : many
  return least === most ? `${most} ${unit}` : `${least} to ${most} ${unit}`
}

export function ReadingTable({ entries }: Pick<ProposalView, 'entries'>) {
  return (
    <DataTable
      caption="Each entry and its judges"
      captionHidden
      rows={entries}
      rowKey={(entry) => entry.id}
      empty={<EmptyState title="There is no entry" level={3}><p>Nobody is on the shortlist of this category any more.</p></EmptyState>}
      columns={[
        { key: 'name', header: 'Entry', cell: (entry) => entry.name },
        { key: 'judges', header: 'Judges', cell: (entry) => entry.judges.join(', ') || 'Nobody' },
      ]}
    />
  )
}
