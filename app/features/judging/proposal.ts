import type { Proposal } from '#app/features/judging/assignment.queries.server.ts'

/** A proposal as its page shows it. */
export function proposalView({ entries, judges, readings, figures, given, taken }: Proposal, wanted: number) {
  const nameOf = new Map(judges.map(({ id, name }) => [id, name]))
  const byEntry = Map.groupBy(readings, (one) => one.entry)
  const rows = entries.map(({ id, name }) => ({ id, name, judges: (byEntry.get(id) ?? []).map(({ judge }) => nameOf.get(judge) ?? 'a judge who is off the panel').sort() }))
  return {
    given, taken, entries: rows, short: rows.filter((row) => row.judges.length < wanted).map((row) => ({ id: row.id, name: row.name, judges: row.judges.length })),
    figures: { loads: judges.map(({ id, name }) => ({ id, name, entries: figures.loads.get(id) ?? 0 })), shared: figures.shared, groups: figures.groups },
  }
}
export type ProposalView = ReturnType<typeof proposalView>
