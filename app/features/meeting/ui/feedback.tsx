import type { Feedback } from '#app/features/meeting/feedback.queries.server.ts'
import { SectionTitle } from '#app/ui/heading.tsx'
import { Quote } from '#app/ui/quote.tsx'

/** What judges let a nominee read. */
export function FeedbackWords({ feedback }: { feedback: Feedback[] }) {
  if (feedback.length === 0) return null
  return (
    <section className="grid gap-6">
      <SectionTitle>What judges wrote</SectionTitle>
      <p>Judges who wanted you to read it wrote this. Each is one judge’s words.</p>
      {feedback.map(({ category, sentences }) => (
        <div key={category} className="grid gap-6">
          {feedback.length > 1 && <h3 className="text-h3 font-bold">{category}</h3>}
          {sentences.map((sentence, index) => <Quote key={index} by={`A judge of ${category}`}>{sentence}</Quote>)}
        </div>
      ))}
    </section>
  )
}
