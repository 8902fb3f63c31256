import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import Kit from '#app/routes/resources/kit.tsx'
import { BarChart } from '#app/ui/bars.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { errorWords } from '#app/ui/error-page.tsx'
import { Checkboxes, DateTimeFields, Radios, TextArea, TextField } from '#app/ui/field.tsx'
import { Fieldset, Form } from '#app/ui/form.tsx'
import { ScoreRow } from '#app/ui/score-row.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TaskList } from '#app/ui/task-list.tsx'

const markup = (element: ReactElement) => renderToStaticMarkup(element)
const kit = markup(createElement(Kit))

/** The opening tags of one element name, as written. */
const tags = (html: string, name: string) => html.match(new RegExp(`<${name}[ >][^>]*>?`, 'g')) ?? []
const values = (html: string, attribute: string) => [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map((match) => match[1]!)

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

test('no style attribute and no script anywhere in the kit', () => {
  expect(kit.match(/ style=|<script| on[a-z]+="/g)).toBeNull()
})

test('ids are unique in the kit, and there is one h1 and one main', () => {
  const ids = values(kit, 'id')
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  expect(tags(kit, 'h1')).toHaveLength(1)
  expect(tags(kit, 'main')).toEqual(['<main id="main" tabindex="-1" class="page page-wide">'])
})

test('everything described, labelled or linked in the kit exists', () => {
  const ids = new Set(values(kit, 'id'))
  const wanted = [...values(kit, 'for'), ...values(kit, 'aria-labelledby'), ...values(kit, 'aria-describedby').flatMap((list) => list.split(' '))]
  expect(wanted.filter((id) => !ids.has(id))).toEqual([])
})

test('every control in the kit has a label or sits in one', () => {
  const labelled = new Set(values(kit, 'for'))
  const bare = kit.replace(/<label[^>]*>.*?<\/label>/gs, '')
  const controls = ['input', 'select', 'textarea'].flatMap((name) => tags(bare, name)).filter((tag) => !tag.includes('type="hidden"'))
  expect(controls.filter((tag) => !labelled.has(values(tag, 'id')[0] ?? ''))).toEqual([])
})

test('error summary links lead to controls', () => {
  const summary = /id="error-summary".*?<\/ul>/s.exec(kit)![0]
  const ids = new Set(values(kit, 'id'))
  const targets = values(summary, 'href').map((href) => href.slice(1))
  expect(targets).toHaveLength(6)
  expect(targets.filter((target) => !ids.has(target))).toEqual([])
})

test('an error summary without errors is nothing; with errors it says and links', () => {
  expect(markup(<ErrorSummary errors={{}} />)).toBe('')
  const html = markup(<ErrorSummary errors={{ name: 'Enter a name' }} />)
  expect(html).toContain('There is a problem')
  expect(html).toMatch(/<a href="#name"[^>]*>Enter a name<\/a>/)
  expect(html).toMatch(/^<div role="alert" tabindex="-1" data-focus=""/)
})

test('a text field joins label, hint and error to its control', () => {
  const html = markup(<TextField name="email" label="Email" hint="For the receipt" error="Enter an email address" value="a" type="email" />)
  const [input] = tags(html, 'input')
  expect(input).toContain('id="email" name="email" type="email"')
  expect(input).toContain('aria-describedby="email-hint email-error"')
  expect(input).toContain('aria-invalid="true"')
  expect(input).toContain('value="a"')
  expect(html).toContain('<label for="email"')
  expect(html).toMatch(/id="email-error"[^>]*>.*Enter an email address/)
  expect(html).not.toMatch(/ (required|maxlength|placeholder)/)
})

test('a quiet text field is described by nothing', () => {
  const [input] = tags(markup(<TextField name="email" label="Email" />), 'input')
  expect(input).not.toMatch(/aria-|autocomplete|spellcheck/i)
})

test('a label can be the heading of its page', () => {
  expect(markup(<TextField name="who" label="Who?" labelAs="h1" />)).toMatch(/<h1[^>]*><label for="who"[^>]*>Who\?<\/label><\/h1>/)
  expect(markup(<Radios name="who" legend="Who?" legendAs="h1" options={yesNo} />)).toMatch(/<legend[^>]*><h1[^>]*>Who\?<\/h1><\/legend>/)
})

test.each([
  [12, false, 'Up to 200 words. You have used 12.'],
  [200, false, 'Up to 200 words. You have used 200.'],
  [201, true, 'Up to 200 words. You have used 201. That is 1 too many.'],
])('the word message at %i words', (used, over, sentence) => {
  const html = markup(<TextArea name="story" label="Story" words={{ limit: 200, used }} />)
  const [, message] = /<p id="story-words"[^>]*>(.*?)<\/p>/s.exec(html)!
  const seen = over ? message! : message!.replace(/<span data-extra.*<\/span>$/s, '')
  expect(seen.replace(/<[^>]+>/g, '')).toBe(sentence)
  expect(html).toContain('data-words="200"')
  expect(html).toContain('aria-describedby="story-words"')
  expect(html).not.toContain('maxlength')
})

test('the first choice of a group carries its name as id', () => {
  const radios = tags(markup(<Radios name="tell" legend="Tell?" options={yesNo} value="no" />), 'input')
  expect(radios.map((tag) => values(tag, 'id')[0])).toEqual(['tell', 'tell-2'])
  expect(radios.map((tag) => tag.includes('checked=""'))).toEqual([false, true])
  const boxes = tags(markup(<Checkboxes name="use" legend="Use?" options={yesNo} values={['yes']} />), 'input')
  expect(boxes.map((tag) => [values(tag, 'id')[0], values(tag, 'name')[0], tag.includes('checked=""')])).toEqual([
    ['use', 'use', true],
    ['use-2', 'use', false],
  ])
})

test('a group is described by its hint and error', () => {
  const html = markup(<Radios name="tell" legend="Tell?" hint="Your choice" error="Choose yes or no" options={yesNo} />)
  expect(tags(html, 'fieldset')[0]).toContain('aria-describedby="tell-hint tell-error"')
  const scores = markup(<ScoreRow name="s" legend="Kindness" anchors={[{ value: 0, text: 'None' }, { value: 1, text: 'Some' }]} value={0} />)
  expect(tags(scores, 'input').map((tag) => [values(tag, 'id')[0], values(tag, 'value')[0], tag.includes('checked')])).toEqual([
    ['s', '0', true],
    ['s-2', '1', false],
  ])
})

test('a fieldset of fields can be led to by its name', () => {
  const html = markup(<Fieldset name="reach" legend="Reach" error="Give one">x</Fieldset>)
  expect(tags(html, 'fieldset')[0]).toContain('id="reach" tabindex="-1" aria-describedby="reach-error"')
})

test('only the part of a date that is at fault is marked', () => {
  const html = markup(<DateTimeFields name="closes" legend="Closes" error="Not real" errorParts={['day']} value={{ day: '31' }} />)
  const inputs = tags(html, 'input')
  expect(inputs.map((tag) => values(tag, 'name')[0])).toEqual(['closes.day', 'closes.month', 'closes.year', 'closes.time'])
  expect(inputs.map((tag) => tag.includes('aria-invalid'))).toEqual([true, false, false, false])
  expect(values(inputs[0]!, 'id')).toEqual(['closes'])
})

test('a post form asks for the double-tap guard, a get form does not, and neither checks by itself', () => {
  expect(markup(<Form action="/a">x</Form>)).toMatch(/^<form novalidate="" method="post" data-guard=""/)
  expect(markup(<Form method="get">x</Form>)).not.toContain('data-guard')
})

test('a task without an address is not a link', () => {
  const html = markup(<TaskList items={[{ title: 'A', href: '/a', status: { label: 'To do', tone: 'neutral' } }, { title: 'B', status: { label: 'Cannot start yet', tone: 'neutral' } }]} />)
  expect(values(html, 'href')).toEqual(['/a'])
})

test('a tag has its shape hidden and its words not', () => {
  expect(markup(<Tag tone="winner">Winner</Tag>)).toMatch(/<svg[^>]*aria-hidden="true".*<\/svg>Winner<\/span>$/)
})

test('a table names its columns in every cell, for the cards on a phone', () => {
  const table = { caption: 'People', columns: [{ key: 'n', header: 'Name', cell: (row: string) => row, sortHref: '?s=n', sorted: 'ascending' as const }, { key: 'l', header: 'Length', cell: (row: string) => row.length, numeric: true }], rowKey: (row: string) => row, empty: 'Nobody yet' }
  expect(markup(<DataTable {...table} rows={[]} />)).toBe('Nobody yet')
  const html = markup(<DataTable {...table} rows={['Asha']} select={{ name: 'chosen', label: (row) => `Choose ${row}` }} />)
  expect(values(html, 'data-label')).toEqual(['Name', 'Length'])
  expect(values(html, 'aria-sort')).toEqual(['ascending'])
  expect(html).toMatch(/name="chosen"[^>]* value="Asha"/)
  expect(html).toContain('Choose Asha')
})

test('bars are followed by their figures', () => {
  const html = markup(<BarChart caption="By week" unit="Letters" bars={[{ label: 'One', value: 3, compare: 2 }]} tableSummary="See the figures" />)
  expect(html).toMatch(/<th scope="row">One<\/th><td>3<\/td><td>2<\/td>/)
})

test('the words of error pages are plain', () => {
  expect(Object.keys(errorWords)).toEqual(['403', '404', '413', '429', '500', '503'])
  expect(JSON.stringify(errorWords)).not.toMatch(/oops|please|invalid|forbidden|error|submit/i)
})
