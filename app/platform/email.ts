import { z } from 'zod'

const text = z.string()

/** A message as data: both the text and the HTML a person gets are written from it, so they cannot disagree. */
export const bodySchema = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text }),
    z.object({ kind: z.literal('heading'), text }),
    z.object({ kind: z.literal('list'), items: z.array(text) }),
    z.object({ kind: z.literal('facts'), rows: z.array(z.object({ label: text, value: text })) }),
    /** `href` may be a secret's place: `{{name}}` and nothing else. `unsubscribes`: a post to it ends such messages (RFC 8058) */
    z.object({ kind: z.literal('link'), text, href: text, unsubscribes: z.literal(true).optional() }),
    /** a code to type, a secret's place */
    z.object({ kind: z.literal('code'), label: text, value: text }),
  ]),
)
export type Block = z.infer<typeof bodySchema>[number]

export interface Email {
  subject: string
  body: Block[]
  /** name → value of each place in the body: kept sealed, shown masked, wiped once sent */
  secrets?: Record<string, string>
}

const place = /^\{\{(\w+)\}\}$/

/**
 * A body whose places say what `sayPlace` makes of their names. Only the address of a link and the value of a code can
 * be a place: braces in running text were typed by somebody, and stay as they are.
 */
function withPlaces(body: Block[], sayPlace: (name: string, place: string) => string): Block[] {
  const say = (text: string) => text.replace(place, (whole, name: string) => sayPlace(name, whole))
  return body.map((block) => {
    if (block.kind === 'link') return { ...block, href: say(block.href) }
    return block.kind === 'code' ? { ...block, value: say(block.value) } : block
  })
}

/** Secrets shown as dots: what anybody but the receiver sees. */
export function maskedBody(body: Block[]): Block[] {
  return withPlaces(body, () => '••••••')
}

/** Names of the places in a body, in order. */
export function placesIn(body: Block[]): string[] {
  const names: string[] = []
  withPlaces(body, (name, whole) => (names.push(name), whole))
  return names
}

function filled(body: Block[], secrets: Record<string, string>): Block[] {
  return withPlaces(body, (name, whole) => (Object.hasOwn(secrets, name) ? (secrets[name] ?? '') : whole))
}

/** How the receiver's mail program may end such messages with one press, where the body has a link for that. */
export function unsubscribeHeaders(body: Block[], secrets: Record<string, string>): Record<string, string> | undefined {
  const link = filled(body, secrets).find((block) => block.kind === 'link' && block.unsubscribes)
  return link?.kind === 'link' ? { 'List-Unsubscribe': `<${link.href}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : undefined
}

export function renderText(body: Block[], secrets: Record<string, string>): string {
  return filled(body, secrets).map(textOf).join('\n\n')
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'text': return block.text
    case 'heading': return block.text.toUpperCase()
    case 'list': return block.items.map((item) => `* ${item}`).join('\n')
    case 'facts': return block.rows.map((row) => `${row.label}: ${row.value}`).join('\n')
    case 'link': return `${block.text}:\n${block.href}`
    case 'code': return `${block.label}: ${block.value}`
  }
}

export function renderHtml(subject: string, body: Block[], secrets: Record<string, string>): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(subject)}</title></head>
<body style="margin:0;background:#f6f3fa"><div style="max-width:36rem;margin:0 auto;padding:24px;background:#fff;border-top:4px solid #62308a;font:18px/1.5 Atkinson Hyperlegible Next,Arial,sans-serif;color:#241531">
${filled(body, secrets).map(htmlOf).join('\n')}
</div></body></html>`
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'text': return `<p>${escape(block.text).replaceAll('\n', '<br>')}</p>`
    case 'heading': return `<h2 style="font-size:20px;margin:24px 0 8px">${escape(block.text)}</h2>`
    case 'list': return `<ul>${block.items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`
    case 'facts': return `<table>${block.rows.map((r) => `<tr><th align="left" style="padding:4px 16px 4px 0;vertical-align:top">${escape(r.label)}</th><td style="padding:4px 0">${escape(r.value)}</td></tr>`).join('')}</table>`
    case 'link': return `<p><a href="${escape(block.href)}" style="display:inline-block;padding:12px 20px;background:#62308a;color:#fff;border-radius:4px">${escape(block.text)}</a></p><p style="font-size:16px;word-break:break-all">${escape(block.href)}</p>`
    case 'code': return `<p>${escape(block.label)}:<br><strong style="font-size:28px;letter-spacing:4px">${escape(block.value)}</strong></p>`
  }
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
}
