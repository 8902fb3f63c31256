import { describe, expect, test } from 'vitest'
import { actForm, editableTexts, editForm, withTexts } from '#app/features/messages/forms.ts'
import type { Block } from '#app/platform/email.ts'
import { parseForm } from '#app/platform/form.server.ts'

const body: Block[] = [
  { kind: 'text', text: 'Dear Nell,' }, { kind: 'link', text: 'Open', href: '{{link}}' }, { kind: 'text', text: 'It works once.' },
]
const good = { version: '3', subject: 'Hello', 'text-0': 'Hello Nell,', 'text-2': 'It works twice.' }
function read(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return parseForm(form, editForm(body))
}

test('running text is offered under its place in the body, and goes back there; the rest stays', () => {
  expect(editableTexts(body)).toEqual([{ name: 'text-0', text: 'Dear Nell,' }, { name: 'text-2', text: 'It works once.' }])
  const form = read(good)
  expect(form).toMatchObject({ ok: true, value: { version: 3, subject: 'Hello' } })
  expect(withTexts(body, form.values)).toEqual([{ kind: 'text', text: 'Hello Nell,' }, body[1], { kind: 'text', text: 'It works twice.' }])
})

describe('is sent back with a sentence', () => {
  const faults: [string, Record<string, string>, Record<string, string>][] = [
    ['a version in letters', { version: 'abc' }, { version: 'This page was sent without what it belongs to. Open it again, then decide.' }],
    ['no subject', { subject: '' }, { subject: 'Write a subject.' }],
    ['a subject of two lines', { subject: 'a\nb' }, { subject: 'The subject must be one line.' }],
    ['a subject too long', { subject: 'x'.repeat(201) }, { subject: 'The subject must be 200 characters or fewer.' }],
    ['an empty paragraph', { 'text-0': ' ' }, { 'text-0': 'Write this part of the message.' }],
    ['a paragraph too long', { 'text-0': 'x'.repeat(5001) }, { 'text-0': 'This part must be 5000 characters or fewer.' }],
    ['a link rewritten', { 'text-1': 'https://elsewhere.example' }, { form: 'This page sent something we did not ask for. Your answers are below; check them and try again.' }],
  ]
  test.each(faults)('%s', (_, fields, errors) => {
    expect(read({ ...good, ...fields })).toMatchObject({ ok: false, errors, values: { version: expect.any(String) as string } })
  })
})

test('an act that no button stands for is sent back with a sentence', () => {
  const form = new FormData()
  form.append('version', '1')
  form.append('intent', 'cancel')
  expect(parseForm(form, actForm)).toMatchObject({ ok: false, errors: { intent: 'Choose one of the buttons.' } })
})
