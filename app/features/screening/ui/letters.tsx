import type { ReactNode } from 'react'
import { Letter } from '#app/features/messages/ui/letter.tsx'
import type { PrintedLetter } from '#app/features/screening/notices.commands.server.ts'
import type { Block } from '#app/platform/email.ts'
import { classes } from '#app/ui/classes.ts'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { PrintSheet } from '#app/ui/print-sheet.tsx'

/** Letters to print, each on sheets of its own; after them a sheet that lists them, to tick off what is in the post. */
export function Letters({ slug, letters }: { slug: string; letters: PrintedLetter[] }) {
  return (
    <>
      <div className="print:sr-only">
        <PageTitle>{letters.length === 1 ? 'One letter to post' : `${letters.length} letters to post`}</PageTitle>
      </div>
      <div className="print:hidden">
        <Lead>Print this page now: the codes are not shown again. When a letter is in the post, open the nominee and mark it: <a href="#posted">the list is after the letters</a>.</Lead>
      </div>
      {letters.map((letter) => <LetterSheets key={letter.nomineeId} letter={letter} />)}
      <section className={classes('grid gap-4', letters.length === 1 && 'print:hidden')}>
        <h2 id="posted" className="text-h2 font-bold">To post</h2>
        <ul className="grid gap-1">
          {letters.map(({ nomineeId, name }) => (
            <li key={nomineeId}>
              {name} <a href={`/organise/${slug}/notices/${nomineeId}`} className="inline-flex min-h-11 items-center print:hidden">Mark as posted<span className="sr-only">: the letter to {name}</span></a>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** A letter in two parts, so that what the law wants said stands together; browsers number the pages of all letters as one. */
function LetterSheets({ letter: { name, to, from, day, reference, body } }: { letter: PrintedLetter }) {
  const law = body.findLastIndex(({ kind }) => kind === 'heading')
  const part = (number: number, blocks: Block[], head?: ReactNode) => (
    <div className="break-after-page">
      <PrintSheet reference={`Reference ${reference}, part ${number} of 2`}>{head}<Letter body={blocks} /></PrintSheet>
    </div>
  )
  return (
    <section aria-label={`Letter to ${name}`} className="letter-sheets grid gap-4 print:block">
      <h2 className="sr-only">Letter to {name}</h2>
      {part(1, body.slice(0, law), (
        <>
          <div className="mb-6 flex flex-wrap justify-between gap-6">
            <Lines lines={[name, ...to]} />
            <Lines lines={from} />
          </div>
          <p className="mb-6">{day}</p>
        </>
      ))}
      {part(2, body.slice(law))}
    </section>
  )
}

/** An address. */
function Lines({ lines }: { lines: string[] }) {
  return <p className="whitespace-pre-line">{lines.join('\n')}</p>
}
