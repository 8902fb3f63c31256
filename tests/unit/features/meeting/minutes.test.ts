import { describe, expect, test } from 'vitest'
import { minuteText } from '#app/features/meeting/minutes.ts'
import type { Minute } from '#app/features/moderation/minutes.server.ts'
import { minuteKinds } from '#db/vocabulary.ts'

const names = new Map([['j1', 'Ann Judge'], ['j2', 'Bob Judge'], ['e1', 'Asha'], ['e2', 'Bea']])
type Line = Pick<Minute, 'kind' | 'facts' | 'words'>

const said: [Line, desk: string, wall?: string][] = [
  [{ kind: 'opened', facts: { chair: 'j1', present: ['j1', 'j2'] }, words: '' }, 'Opened, with Ann Judge in the chair. In the room: Ann Judge, Bob Judge.', 'Opened, with 2 people in the room.'],
  [{ kind: 'stepped-out', facts: { person: 'j1' }, words: 'A cousin' }, 'Ann Judge stepped out: A cousin', 'Somebody stepped out.'],
  [{ kind: 'came-back', facts: { person: 'j1' }, words: '' }, 'Ann Judge came back.', 'Somebody came back.'],
  [{ kind: 'proposed', facts: { person: 'j2', entry: 'e1', proposal: 'joint' }, words: '' }, 'Bob Judge proposed Asha as joint winner.', 'Asha was proposed as joint winner.'],
  [{ kind: 'proposed', facts: { person: 'j2', proposal: 'none' }, words: 'Too few' }, 'Bob Judge proposed to give no award: Too few', 'It was proposed to give no award: Too few'],
  [{ kind: 'cast', facts: { person: 'j1', entry: 'e2' }, words: 'Harder work' }, 'The casting vote of the chair, Ann Judge, is for Bea: Harder work', 'The casting vote of the chair is for Bea: Harder work'],
  [{ kind: 'decided', facts: { awards: [{ entry: 'e1', kind: 'winner' }, { entry: 'e2', kind: 'reserve' }] }, words: '' }, 'Written down: winner Asha; reserve Bea.'],
  [{ kind: 'decided', facts: { awards: [] }, words: '' }, 'Written down: no awards yet.'],
  [{ kind: 'no-award', facts: {}, words: 'No example' }, 'Decided: no award: No example'],
  [{ kind: 'settled', facts: {}, words: '' }, 'The decision was settled.'],
  [{ kind: 'reopened', facts: {}, words: 'A vote was missed' }, 'The decision was opened again: A vote was missed'],
  [{ kind: 'note', facts: {}, words: 'They talked.' }, 'They talked.'],
  [{ kind: 'closed', facts: {}, words: '' }, 'Closed.'],
  [{ kind: 'came-back', facts: { person: 'gone' }, words: '' }, 'somebody we no longer hold came back.', 'Somebody came back.'],
]

describe('each line of the minutes in words, at the desk and on the wall', () => {
  test.each(said)('%j', (line, desk, wall = desk) => {
    expect([minuteText(line, names), minuteText(line, names, 'wall')]).toEqual([desk, wall])
  })

  test('every kind is among them, and no judge is on the wall', () => {
    expect(new Set(said.map(([{ kind }]) => kind))).toEqual(new Set(minuteKinds))
    expect(said.filter(([line]) => minuteText(line, names, 'wall').includes('Judge'))).toEqual([])
  })
})
