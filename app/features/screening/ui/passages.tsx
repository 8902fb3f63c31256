import { cover, piecesOf, type Span } from '#app/domain/redaction.ts'
import type { HintedPassage } from '#app/features/screening/hints.server.ts'
import { SectionTitle } from '#app/ui/heading.tsx'
import { Tag } from '#app/ui/tag.tsx'

/** Everything that was said about an entry, question by question, each passage with the nomination it comes from. */
export function Passages({ slug, entryId, passages, mayCover }: { slug: string; entryId: string; passages: HintedPassage[]; mayCover: boolean }) {
  const questions = [...Map.groupBy(passages, (one) => one.questionId).values()]
  return questions.map((said) => {
    const [first] = said
    return first && (
      <section key={first.questionId} className="grid gap-4">
        <SectionTitle>{first.label}</SectionTitle>
        {!first.ofEntry && <p className="text-ink2">Asked for another category: the judges of this one do not get it.</p>}
        {said.map((one) => <PassageCard key={one.nominationId} slug={slug} entryId={entryId} passage={one} mayCover={mayCover} />)}
      </section>
    )
  })
}

function PassageCard({ slug, entryId, passage, mayCover }: { slug: string; entryId: string; passage: HintedPassage; mayCover: boolean }) {
  const { nominationId, reference, questionId, label, screened, text, covers, hints } = passage
  return (
    <div className="grid max-w-text gap-2 rounded-card border border-hair p-4 break-inside-avoid md:p-6">
      <p className="flex flex-wrap items-center justify-between gap-x-4 text-small">
        <a href={`/organise/${slug}/nominations/${nominationId}`} className="inline-flex min-h-11 items-center">Nomination {reference}</a>
        {!screened && <Tag tone="waiting">Not read yet</Tag>}
      </p>
      <CoveredText text={text} covers={covers} />
      {mayCover && hints.length > 0 && <p className="text-small text-ink2 print:hidden">May say who receives care: {hints.map((words) => `“${words}”`).join(', ')}</p>}
      {mayCover && text && (
        <p className="print:hidden">
          <a href={`/organise/${slug}/entries/${entryId}/cover/${nominationId}/${questionId}`} className="inline-flex min-h-11 items-center">
            {covers.length ? 'Change what is covered' : 'Cover words'}<span className="sr-only"> in {label}, nomination {reference}</span>
          </a>
        </p>
      )}
    </div>
  )
}

/** A passage as organisers read it: what judges do not get is there, and marked. */
export function CoveredText({ text, covers }: { text: string; covers: Span[] }) {
  if (!text) return <p className="text-ink2">Nothing written</p>
  const parts = piecesOf(text, covers)
  return (
    <p className="whitespace-pre-line">
      {parts.map(({ words, inSpan }, index) =>
        inSpan
          ? <mark key={index} className="bg-ink px-1 text-paper"><span className="sr-only">Covered: </span>{words}<span className="sr-only"> (end)</span></mark>
          : words)}
    </p>
  )
}

/** How the words that judges do not get are told to those who read with their ears. */
export function JudgesText({ text }: { text: string }) {
  const parts = text.split(cover)
  return (
    <>
      {parts.map((part, index) => (
        <span key={index}>
          {index > 0 && <><span aria-hidden="true">{cover}</span><span className="sr-only">(covered)</span></>}
          {part}
        </span>
      ))}
    </>
  )
}
