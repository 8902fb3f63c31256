import { cover } from '#app/domain/redaction.ts'

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

/** The sentences of a text, each once; those with words covered are left out, as a citation is read to everybody. */
export function sentencesOf(text: string): string[] {
  const sentences = [...segmenter.segment(text.replace(/\s+/g, ' '))].map(({ segment }) => segment.trim())
  return [...new Set(sentences)].filter((one) => one !== '' && !one.includes(cover))
}

/** A draft with sentences put at its end; what stands there already is not put there twice. */
export function addSentences(draft: string, sentences: string[]): string {
  return [draft.trim(), ...sentences.filter((one) => !draft.includes(one))].filter(Boolean).join(' ')
}
