/** A message as data: both the text and the HTML a person gets are written from it, so they cannot disagree. */
export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'facts'; rows: { label: string; value: string }[] }
  /** `href` may be a secret's place, `{{name}}` */
  | { kind: 'link'; text: string; href: string }
  /** a code to type, a secret's place */
  | { kind: 'code'; label: string; value: string }

export interface Email {
  subject: string
  body: Block[]
  /** name → value of every `{{name}}` in the body: kept sealed, shown masked, wiped once sent */
  secrets?: Record<string, string>
}

const place = /\{\{(\w+)\}\}/g

/** Secrets shown as dots: what anybody but the receiver sees. */
export function masked(text: string): string {
  return text.replace(place, '••••••')
}

function filled(text: string, secrets: Record<string, string>): string {
  return text.replace(place, (_, name: string) => {
    const value = secrets[name]
    if (value === undefined) throw new Error(`no secret named ${name}`)
    return value
  })
}

export function renderText(body: Block[], secrets: Record<string, string>): string {
  return filled(body.map(textOf).join('\n\n'), secrets)
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
  const page = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(subject)}</title></head>
<body style="margin:0;background:#f6f3fa"><div style="max-width:36rem;margin:0 auto;padding:24px;background:#fff;border-top:4px solid #62308a;font:18px/1.5 Atkinson Hyperlegible Next,Arial,sans-serif;color:#241531">
${body.map(htmlOf).join('\n')}
</div></body></html>`
  return page.replace(place, (_, name: string) => escape(filled(`{{${name}}}`, secrets)))
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
