import type { LoaderFunctionArgs } from '@remix-run/node'
import { findDesk, type Desk } from '#app/features/judging/desk.queries.server.ts'
import { requireJudge, type AsJudge } from '#app/features/judging/guard.server.ts'
import { notFound } from '#app/platform/respond.server.ts'

export interface AtDesk extends AsJudge {
  desk: Desk
}

/** A judge before an entry in their sight; one out of it and one that is not there look alike. */
export async function requireDesk(asked: Pick<LoaderFunctionArgs, 'context' | 'params' | 'request'>): Promise<AtDesk> {
  const found = await requireJudge(asked)
  const desk = await findDesk(found.ctx, found.edition, found.judge, asked.params.entry ?? '')
  if (!desk) throw notFound()
  return { ...found, desk }
}
