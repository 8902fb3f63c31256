import { Letter } from '#app/features/messages/ui/letter.tsx'
import type { PrintedLetter } from '#app/features/screening/notices.commands.server.ts'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { PrintSheet } from '#app/ui/print-sheet.tsx'

/** Letters to print, one on each sheet; before them a sheet that lists them, to tick off what is in the post. */
export function Letters({ slug, letters }: { slug: string; letters: PrintedLetter[] }) {
  return (
    <>
      <div className="grid gap-4 break-after-page">
        <PageTitle>{letters.length === 1 ? 'One letter to post' : `${letters.length} letters to post`}</PageTitle>
        <div className="print:hidden"><Lead>Print this page now: the codes are not shown again. When a letter is in the post, open the nominee and mark it.</Lead></div>
        <ul className="grid gap-1">
          {letters.map(({ nomineeId, name }) => (
            <li key={nomineeId}>
              {name} <a href={`/organise/${slug}/notices/${nomineeId}`} className="inline-flex min-h-11 items-center print:hidden">Mark as posted<span className="sr-only">: the letter to {name}</span></a>
            </li>
          ))}
        </ul>
      </div>
      {letters.map(({ nomineeId, name, to, body }) => (
        <section key={nomineeId} aria-label={`Letter to ${name}`} className="break-after-page">
          <PrintSheet>
            <p className="mb-6">{[name, ...to].map((line) => <span key={line} className="block">{line}</span>)}</p>
            <h2 className="sr-only">Letter to {name}</h2>
            <Letter body={body} />
          </PrintSheet>
        </section>
      ))}
    </>
  )
}
