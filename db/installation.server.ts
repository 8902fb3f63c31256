import type { Db } from '#db/schema.ts'

/** Is this a database made for showing? One that says nothing is a real one. */
export async function isDemo(db: Db): Promise<boolean> {
  const installation = await db.selectFrom('installation').select('demo').executeTakeFirst()
  return installation?.demo === 1
}
