import { describe, expect, test } from 'vitest'
import { maskedBody, placesIn, renderHtml, renderText, unsubscribeHeaders, type Block } from '#app/platform/email.ts'

const hostile = `<script>alert("1")</script> & 'x'`
const escaped = '&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62; &#38; &#39;x&#39;'

const bodies: [string, Block][] = [
  ['text', { kind: 'text', text: hostile }],
  ['heading', { kind: 'heading', text: hostile }],
  ['list', { kind: 'list', items: [hostile] }],
  ['label of a fact', { kind: 'facts', rows: [{ label: hostile, value: '' }] }],
  ['value of a fact', { kind: 'facts', rows: [{ label: '', value: hostile }] }],
  ['text of a link', { kind: 'link', text: hostile, href: '' }],
  ['address of a link', { kind: 'link', text: '', href: hostile }],
  ['label of a code', { kind: 'code', label: hostile, value: '' }],
  ['code', { kind: 'code', label: '', value: hostile }],
  ['secret', { kind: 'link', text: '', href: '{{hostile}}' }],
]

describe('what people wrote stays text in a message', () => {
  test.each(bodies)('%s', (_, block) => {
    const html = renderHtml('Subject', [block], { hostile })
    expect(html).toContain(escaped)
    expect(html).not.toContain('<script')
  })

  test('subject', () => {
    expect(renderHtml(hostile, [], {})).toContain(`<title>${escaped}</title>`)
  })

  test('and the HTML that stands around it is always the same', () => {
    const tags = (words: string) => renderHtml(words, bodies.map(([, block]) => JSON.parse(JSON.stringify(block).replaceAll(JSON.stringify(hostile).slice(1, -1), words)) as Block), { hostile: words }).match(/<[^>]*>/g)?.length
    expect(tags('plain')).toBe(renderHtml(hostile, bodies.map(([, block]) => block), { hostile }).match(/<[^>]*>/g)?.length)
  })
})

const body: Block[] = [
  { kind: 'heading', text: 'Sign in' },
  { kind: 'text', text: 'Line one\nline two' },
  { kind: 'list', items: ['a', 'b'] },
  { kind: 'facts', rows: [{ label: 'Reference', value: 'K7H4-X29R' }] },
  { kind: 'link', text: 'Open', href: '{{link}}' },
  { kind: 'code', label: 'Code', value: '{{code}}' },
]

test('the text says what the HTML says', () => {
  const secrets = { link: 'https://awards.example/sign-in/abc?x=1&y=2', code: '004213' }
  expect(renderText(body, secrets)).toBe(
    'SIGN IN\n\nLine one\nline two\n\n* a\n* b\n\nReference: K7H4-X29R\n\nOpen:\nhttps://awards.example/sign-in/abc?x=1&y=2\n\nCode: 004213')
  const words = renderHtml('Sign in', body, secrets).replace(/[^]*<body[^>]*>|<[^>]*>|\n/g, ' ').replace(/\s+/g, ' ').trim()
  expect(words).toBe(
    'Sign in Line one line two a b Reference K7H4-X29R Open https://awards.example/sign-in/abc?x=1&#38;y=2 Code: 004213')
})

describe('braces that somebody typed', () => {
  const typed = 'See {{link}} or {{code}}'
  const anywhere: Block[] = [
    { kind: 'text', text: typed }, { kind: 'text', text: '{{link}}' }, { kind: 'heading', text: '{{link}}' }, { kind: 'list', items: ['{{link}}'] },
    { kind: 'facts', rows: [{ label: '{{link}}', value: '{{code}}' }] }, { kind: 'link', text: '{{link}}', href: `https://awards.example/{{link}}` },
    { kind: 'code', label: '{{code}}', value: 'not {{code}}' },
  ]
  const secrets = { link: 'https://awards.example/secret', code: '004213' }

  test('are not filled in, are not dots, and are no place', () => {
    expect(renderText(anywhere, secrets)).toBe(renderText(anywhere, {}))
    expect(renderHtml('{{link}}', anywhere, secrets)).toBe(renderHtml('{{link}}', anywhere, {}))
    expect([maskedBody(anywhere), placesIn(anywhere)]).toEqual([anywhere, []])
  })

  test('do not reach for other things where a place may be', () => {
    const reaching: Block[] = ['{{constructor}}', '{{__proto__}}', '{{other}}', '{{ code }}'].map((href) => ({ kind: 'link', text: '', href }))
    expect(renderText(reaching, secrets)).toBe(renderText(reaching, {}))
  })
})

test('masked, a secret is dots whatever its name', () => {
  const masked = maskedBody([{ kind: 'link', text: 'Open', href: '{{link}}' }, { kind: 'code', label: 'Code', value: '{{whatever}}' }])
  expect(masked).toEqual([{ kind: 'link', text: 'Open', href: '••••••' }, { kind: 'code', label: 'Code', value: '••••••' }])
})

describe('ending such messages with one press', () => {
  const stop: Block = { kind: 'link', text: 'No more of these', href: '{{stop}}', unsubscribes: true }
  const secrets = { stop: 'https://awards.example/no-more/abc' }

  test('is by the link that says so', () => {
    expect(unsubscribeHeaders([...body, stop], secrets)).toEqual({
      'List-Unsubscribe': '<https://awards.example/no-more/abc>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    })
  })

  test('is offered by no other message', () => {
    expect(unsubscribeHeaders(body, secrets)).toBeUndefined()
  })
})
