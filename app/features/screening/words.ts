import type { PublicUse } from '#app/domain/publicity.ts'

/** What may be public, said to a nominee. */
export const useWords: Record<PublicUse, string> = {
  name: 'Your name', employer: 'Where you work', photo: 'A photograph of you', story: 'What was written about your work', stage: 'Your name and story read out on stage',
}
