import type { Block } from '#app/platform/email.ts'

/** A message as its receiver sees it; `body` comes with links and codes masked. */
export function Letter({ body }: { body: Block[] }) {
  return (
    <div className="flow max-w-form rounded-card border border-hair border-t-4 border-t-plum600 bg-paper p-6 shadow-card wrap-anywhere md:p-8">
      {body.map((block, index) => (
        <LetterBlock key={index} block={block} />
      ))}
    </div>
  )
}

function LetterBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'text':
      return <p className="whitespace-pre-line">{block.text}</p>
    case 'heading':
      return <h3 className="text-h3 font-bold">{block.text}</h3>
    case 'list':
      return (
        <ul className="list-disc pl-6">
          {block.items.map((item, index) => (
            <li key={index}>{item}</li>
          ))}
        </ul>
      )
    case 'facts':
      return (
        <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[max-content_minmax(0,1fr)]">
          {block.rows.map(({ label, value }, index) => (
            <div key={index} className="contents">
              <dt className="font-bold">{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )
    case 'link':
      return <LetterLink text={block.text} href={block.href} />
    case 'code':
      return (
        <p>
          {block.label}:<strong className="block text-h1 tracking-[0.08em]">{block.value}</strong>
        </p>
      )
  }
}

/** Drawn, not linked: it is not the reader's to follow. */
function LetterLink({ text, href }: { text: string; href: string }) {
  return (
    <div className="grid gap-2">
      <span className="justify-self-start rounded-control bg-plum600 px-5 py-2 font-bold text-paper">{text}</span>
      <span className="text-small break-all text-ink2">{href}</span>
    </div>
  )
}
