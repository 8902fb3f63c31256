import type { PassageKind } from '#app/domain/privacy/passages.ts'
import type { TellingSentence } from '#app/domain/privacy/sentences.ts'
import { Inset } from '#app/ui/panel.tsx'

const kinds: Record<PassageKind, string> = {
  name: 'a name', health: 'about somebody’s health', address: 'where somebody lives', contact: 'a phone number or email address', identity: 'a date of birth or NHS number',
}

export const betterLeftOut = 'Judges do not need to know who they are. Names, illnesses and addresses of people receiving care, and of their families, are better left out.'

/** What may say who receives care, in its sentence; said in words as well, for those who do not see the mark. */
export function Telling({ sentences }: { sentences: TellingSentence[] }) {
  return (
    <ul className="grid gap-6">
      {sentences.map(({ pieces, found }, index) => (
        <li key={index} className="grid gap-2">
          <Inset>
            <p className="wrap-anywhere whitespace-pre-line">{pieces.map(({ words, inSpan }, at) => (inSpan ? <mark key={at} className="rounded-control bg-plum100 px-1 font-bold text-ink">{words}</mark> : words))}</p>
          </Inset>
          <p className="pl-7 text-small text-ink2 wrap-anywhere">{found.map(({ kind, words }) => `“${words}”: ${kinds[kind]}`).join(' · ')}</p>
        </li>
      ))}
    </ul>
  )
}
