import type { Edition } from '#app/domain/edition.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { MessageState } from '#db/vocabulary.ts'

/** Written with the close as it stood then. */
const namingTheClose = ['nomination.receipt', 'nomination.reminder']

/** Before the close moves: whom our messages have told it, and how many still will; in sentences, none where nobody is concerned. One read. */
export async function sayWhoWasToldClose({ db }: Pick<Ctx, 'db'>, edition: Pick<Edition, 'id'>): Promise<string[]> {
  const rows = await db
    .selectFrom('message').select((e) => ['state', e.fn.countAll<number>().as('messages'), e.fn.count<number>('to_email').distinct().as('people')])
    .where('edition_id', '=', edition.id).where('kind', 'in', namingTheClose).groupBy('state').execute()
  const people = rows.find(({ state }) => state === 'sent')?.people ?? 0
  const waiting = rows.filter(({ state }) => isStillToGo(state)).reduce((total, { messages }) => total + messages, 0)
  return [
    ...(people ? [`${people === 1 ? '1 person has' : `${people} people have`} been told by email when nominations close, in a receipt or a reminder. Nobody is written to when that moves.`] : []),
    ...(waiting ? [`${waiting === 1 ? '1 message in the outbox says so too, and goes' : `${waiting} messages in the outbox say so too, and go`} out as written, with the close as it was, unless you rewrite ${waiting === 1 ? 'it' : 'them'}.`] : []),
  ]
}

function isStillToGo(state: MessageState): boolean {
  return state !== 'sent' && state !== 'cancelled'
}
