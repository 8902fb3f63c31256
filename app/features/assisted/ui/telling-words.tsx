import type { TellingSentence } from '#app/domain/privacy/sentences.ts'
import { Say } from '#app/features/assisted/ui/say.tsx'
import { betterLeftOut, Telling } from '#app/features/nominations/ui/telling.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/link.tsx'

interface TellingWordsProps {
  sentences: TellingSentence[]
  channel: 'phone' | 'paper'
  changeHref: string
}

/** What the form points out to those who write for themselves, to whoever writes for somebody. It stops nobody. */
export function TellingWords({ sentences, channel, changeHref }: TellingWordsProps) {
  if (sentences.length === 0) return null
  return (
    <section className="grid gap-4">
      <SectionTitle>Does this name someone who receives care?</SectionTitle>
      <p className="max-w-text">{betterLeftOut}</p>
      <Telling sentences={sentences} />
      {channel === 'phone' && <Say><p>The judges do not need to know who this is about. May I write “a resident”, “my mother” or “the gentleman I visit” instead?</p></Say>}
      <p className="max-w-text"><TextLink href={changeHref}>Change the words</TextLink>, or carry on if they are to stay: they can still be covered when the nomination is screened.</p>
    </section>
  )
}
