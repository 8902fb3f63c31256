import type { RowFilter } from '#app/features/importing/queries.server.ts'
import type { ImportOutcome, ImportState } from '#db/vocabulary.ts'

export const stateWords: Record<ImportState, string> = {
  uploaded: 'Columns to match', checking: 'Being checked', checked: 'Checked, not taken in', running: 'Being taken in', stopped: 'Stopped', done: 'Taken in', undone: 'Undone',
}

export const outcomeWords: Record<ImportOutcome, string> = { unchecked: 'Not checked', new: 'New', duplicate: 'Duplicate', error: 'Cannot be taken in' }

export const filterWords: Record<RowFilter, string> = { error: 'cannot be taken in', duplicate: 'there already', remarked: 'new, with remarks', new: 'new' }

/** What was new in a file that was undone. */
export const undoneWord = 'Undone'
export const filterWordsUndone: Record<RowFilter, string> = { ...filterWords, remarked: 'undone, with remarks', new: 'undone' }

export const manyRows = (count: number) => (count === 1 ? '1 row' : `${count} rows`)
export const manyNominations = (count: number) => (count === 1 ? '1 nomination' : `${count} nominations`)
