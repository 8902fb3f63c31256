import { csvLine } from '#app/domain/csv.ts'
import { valueOf } from '#app/domain/result.ts'
import { guessColumns, type Columns } from '#app/features/importing/columns.server.ts'
import { matchColumns, uploadFile } from '#app/features/importing/commands.server.ts'
import { stepSome } from '#app/features/importing/steps.commands.server.ts'
import { formsHeaders } from '#app/features/nominations/forms-export.server.ts'
import { findImport } from '#app/features/importing/queries.server.ts'
import { makeAccount } from '#tests/factories/index.ts'
import { setScene, type Scene } from '#tests/db/features/nominations/scene.ts'
import type { Db } from '#db/schema.ts'

export type Row = Partial<Record<keyof typeof formsHeaders, string>>

/** The scene with somebody who organises it. */
export async function setOrganised(db: Db): Promise<Scene> {
  const scene = await setScene(db)
  const actor = await makeAccount(db, { role: 'organiser', edition: scene.edition })
  return { ...scene, ctx: { ...scene.ctx, actor } }
}

/** A row that the form would have taken as well. */
export function row(number: number, own: Row = {}): Row {
  return {
    submission: String(number), sentAt: '11/20/26 9:24:17', kind: 'A person', name: `Sam ${number}`, job: 'Care worker', employer: 'Harbour Home Care', category: 'Home Care',
    sentence: 'A kind soul', own: 'Every day', relationship: 'colleague', shareName: 'Yes', nominatorName: 'Nell Nominator', nominatorEmail: `nell${number}@people.example`, ...own,
  }
}

export function csvOf(rows: Row[]): Buffer {
  const fields = Object.keys(formsHeaders) as (keyof typeof formsHeaders)[]
  return Buffer.from([csvLine(Object.values(formsHeaders)), ...rows.map((one) => csvLine(fields.map((field) => one[field] ?? '')))].join(''))
}

export async function upload({ ctx, edition }: Scene, rows: Row[]): Promise<string> {
  return valueOf(await uploadFile(ctx, edition, { name: 'export.csv', bytes: csvOf(rows) })).importId
}

/** A file that has been checked to its end. */
export async function check(scene: Scene, rows: Row[], own: Columns = {}): Promise<string> {
  const { ctx, edition, asked } = scene
  const importId = await upload(scene, rows)
  const found = await findImport(ctx, importId)
  valueOf(await matchColumns(ctx, edition, asked, importId, { ...guessColumns(found?.headers ?? [], asked, {}), ...own }))
  await workOff(scene, importId)
  return importId
}

export async function workOff({ ctx }: Pick<Scene, 'ctx'>, importId: string): Promise<void> {
  while (await stepSome(ctx, importId));
}
