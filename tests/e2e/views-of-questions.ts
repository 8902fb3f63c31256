import { press } from '#tests/e2e/acts.ts'
import { assisted, organised, type View } from '#tests/e2e/views.ts'

const toRemove = '/questions/care-team/remove'

export const questionsFreely: View[] = [
  organised('/questions', 'as from the template', '/questions'),
  assisted('/questions', 'to read only', '/questions'),
  organised('/questions/add', 'for one category', '/questions/add?category=care-team', { form: 'both' }),
  organised('/questions/:question', 'as from the template', '/questions/difference', { form: 'both' }),
  organised('/questions/:question', 'looked at first', '/questions/difference', { act: (page) => press(page, 'Look at it first') }),
  assisted('/questions/:question/preview', 'as from the template', '/questions/difference/preview'),
  organised('/questions/:question/remove', 'before it', toRemove),
]

/** Once nominations are open. */
export const questionsWithReason: View[] = [
  organised('/questions', 'with a reason', '/questions?done=change'),
  organised('/questions/:question', 'that was answered', '/questions/sentence', { form: 'both' }),
  organised('/questions/:question', 'what a change does', '/questions/change', {
    act: async (page) => {
      await page.getByLabel('The question').fill('What is different now, and how do you know?')
      await press(page, 'See what this does')
    },
  }),
  organised('/questions/:question/remove', 'of one that was answered', '/questions/sentence/remove', { status: 409 }),
]

export const questionsClosed: View[] = [
  organised('/questions', 'closed', '/questions'),
  organised('/questions/:question', 'closed', '/questions/sentence', { status: 409 }),
]
