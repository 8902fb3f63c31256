import type { CategoryState, ShortlistPlace } from '#db/vocabulary.ts'

export const placeWords: Record<ShortlistPlace, string> = { in: 'In', out: 'Out', undecided: 'Not decided' }

/** Where a category stands, as organisers say it. */
export const categoryStateWords: Record<CategoryState, string> = {
  open: 'Shortlist open', shortlisted: 'Shortlist finished', judging: 'Being judged', moderating: 'Being moderated', settled: 'Settled', sealed: 'Sealed',
  revealed: 'Revealed', 'no-award': 'No award',
}

export const shortlistDone: Record<string, string> = {
  chosen: 'Saved.',
  finish: 'The shortlist is finished.',
  'no-award': 'There will be no award in this category.',
  reopen: 'The shortlist is open again.',
  announced: 'The finalists are public. Their messages wait in the outbox until you release them.',
}
