import type { FixedStep } from '#app/features/nominations/journey.ts'

/** The layouts of the paper form, with the size of their text in points. */
export const paperLayouts = {
  standard: { title: 'nomination form', label: 'Standard print', textSize: 12 },
  large: { title: 'nomination form in large print', label: 'Large print', textSize: 18 },
  'easy-read': { title: 'Easy Read nomination form', label: 'Easy Read', textSize: 16 },
} as const
export type PaperLayout = keyof typeof paperLayouts

export function isPaperLayout(name: string): name is PaperLayout {
  return Object.hasOwn(paperLayouts, name)
}

/** The form's questions in easy words; `own`: the one that the chosen category asks. */
export const easyTitles: Record<FixedStep['slug'] | 'own', string> = {
  who: 'Who do you want to thank?',
  work: 'Where do they work?',
  category: 'Which award is it for?',
  own: 'One more question for that award',
  know: 'How do you know them?',
  you: 'Who are you?',
}

export function paperFormPath(slug: string, layout: PaperLayout): string {
  return `/${slug}/paper-form/${layout}.pdf`
}
