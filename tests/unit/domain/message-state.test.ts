import { describe, expect, test } from 'vitest'
import { canBeSentAgain, messageActs, nextMessageState, type MessageAct } from '#app/domain/message-state.ts'
import { messageStates, type MessageState } from '#db/vocabulary.ts'

/** Every way there is; any other pair of state and act is refused. */
const ways: [MessageState, MessageAct, MessageState][] = [
  ['held', 'release', 'ready'], ['held', 'edit', 'held'], ['held', 'cancel', 'cancelled'],
  ['ready', 'hold', 'held'], ['ready', 'edit', 'ready'], ['ready', 'cancel', 'cancelled'],
  ['failed', 'release', 'ready'], ['failed', 'edit', 'failed'], ['failed', 'cancel', 'cancelled'],
]

describe.each(messageStates)('a message that is %s', (state) => {
  test.each(messageActs)('%s', (act) => {
    const way = ways.find(([from, by]) => from === state && by === act)
    expect(nextMessageState(state, act)).toEqual(way ? { ok: true, value: way[2] } : { ok: false, code: 'message-gone', facts: { state } })
  })
})

test('only what is done with can be sent again', () => {
  expect(messageStates.filter(canBeSentAgain)).toEqual(['sent', 'failed', 'cancelled'])
})
