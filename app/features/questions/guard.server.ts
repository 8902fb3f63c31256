import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { getAsked } from '#app/features/nominations/queries.server.ts'
import { allAsked } from '#app/features/questions/asked.ts'
import { notFound } from '#app/platform/respond.server.ts'

/** The question in the address, for those who may change it, and what else is asked. */
export async function requireQuestion(args: Pick<LoaderFunctionArgs, 'context' | 'params' | 'request'>) {
  const { ctx, edition } = await requireOrganiser(args)
  const asked = await getAsked(ctx, edition)
  const question = allAsked(asked).questions.find(({ key }) => key === args.params.question)
  if (!question) throw notFound()
  const category = asked.categories.find(({ id }) => id === question.categoryId)
  return { ctx, edition, asked, question, category }
}
