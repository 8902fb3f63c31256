import type { Database } from '#db/schema.ts'

/** Rises whenever a reader of the file would have to know. */
export const editionFormat = 'edition-1'

/** A table in the file: each row with all its columns, but for what is left out, and with the rows that belong to it. */
export interface Shelf {
  table: keyof Database
  /** what it holds, for whoever reads the file without us */
  says: string
  /** columns that stay with us */
  without?: string[]
  /** columns that hold JSON, and are written as what they hold */
  json?: string[]
  /** columns that are emptied where nothing may be said of somebody (`silenced.server.ts`) */
  personal?: string[]
  parts?: Part[]
}

export interface Part extends Shelf {
  /** the column that names the row it belongs to */
  of: string
  /** only where the results of the category may be seen */
  results?: true
}

/** Lists of the file in their order, each of rows with an `edition_id`. A new table goes here, or below among what is left out: a test says so. */
export const shelves: Shelf[] = [
  {
    table: 'category', says: 'The categories, with what they are judged by and what was decided.', json: ['kinds', 'fits'],
    parts: [
      { table: 'criterion', of: 'category_id', says: 'What a category is judged by, with its weight and a worded point for each number of its scale.', json: ['anchors'] },
      { table: 'panel_member', of: 'category_id', says: 'Which judges are on its panel.' },
      { table: 'decision', of: 'category_id', says: 'What its panel decided. Each amendment of its seal is one more, with the next number.', results: true },
      { table: 'award', of: 'category_id', says: 'The lines of its decisions in their order, with the words read on stage.', personal: ['reason', 'citation'], results: true },
      { table: 'meeting_item', of: 'category_id', says: 'When it was before the meeting, and who chaired.' },
      { table: 'step_out', of: 'category_id', says: 'Who had no part in it, and why.', results: true },
      { table: 'minute', of: 'category_id', says: 'The minutes of the meeting.', json: ['facts'], results: true },
      { table: 'decision_record', of: 'category_id', says: 'Each decision as it stood when it was settled.', json: ['content'], results: true },
    ],
  },
  { table: 'question', says: 'What nominators are asked; without a category, of every nomination.' },
  {
    table: 'nominee', says: 'Who was nominated: a person, a team or a service. `merged_into` says who they were found to be.', personal: ['name', 'job', 'employer', 'reach', 'said_as', 'employer_key', 'publicity'], json: ['publicity'],
    parts: [
      {
        table: 'notice', of: 'nominee_id', says: 'When and how they were told what is held about them.',
        parts: [{ table: 'notice_nomination', of: 'notice_id', says: 'The nominations that they were told of.' }],
      },
      { table: 'not_same', of: 'one_id', says: 'Who was found not to be the same, though alike.' },
    ],
  },
  {
    table: 'nomination', says: 'What each nominator sent.', personal: ['nominator_name', 'nominator_email', 'nominator_phone', 'relationship'], without: ['draft_id'], json: ['suspicions'],
    parts: [
      { table: 'nomination_category', of: 'nomination_id', says: 'The categories that it names.' },
      { table: 'nomination_version', of: 'nomination_id', says: 'Each version of it as it was sent.', personal: ['told'], json: ['told'] },
      { table: 'answer', of: 'nomination_id', says: 'What each version answers to each question.', personal: ['text'] },
      { table: 'redaction', of: 'nomination_id', says: 'Characters of its answers that judges do not get, counted from 0.' },
    ],
  },
  {
    table: 'entry', says: 'A nominee in a category: what is shortlisted, judged and awarded.', personal: ['standing_reason', 'screening_reason', 'shortlist_reason'],
    parts: [
      {
        table: 'scorecard', of: 'entry_id', says: 'One judge’s finished scores of it.', personal: ['citation'], without: ['note'], results: true,
        parts: [{ table: 'mark', of: 'scorecard_id', says: 'The point given on each criterion; empty where the judge could not say.', personal: ['reason'] }],
      },
      { table: 'certificate', of: 'entry_id', says: 'Its certificate.', results: true },
    ],
  },
  { table: 'nomination_import', says: 'Files of nominations that were brought in.', json: ['headers', 'columns'] },
  { table: 'merge', says: 'Who was found to be whom, and when that was undone.', personal: ['reason', 'undo_reason'], parts: [{ table: 'merge_nomination', of: 'merge_id', says: 'The nominations that it moved.' }] },
  {
    table: 'judge', says: 'The judges.',
    parts: [
      { table: 'judge_tie', of: 'judge_id', says: 'Organisations they belong or belonged to.' },
      { table: 'recusal', of: 'judge_id', says: 'Entries they stepped aside from.', personal: ['reason'] },
    ],
  },
  { table: 'meeting_presence', says: 'Who was in the room while panels decided.' },
  { table: 'embargo', says: 'Who could see results before they were revealed.' },
  { table: 'cue', says: 'The running order of the ceremony.' },
  { table: 'reveal', says: 'When each winner was shown on stage.' },
  { table: 'role_grant', says: 'Who held which role in this edition.' },
  { table: 'message', says: 'What was written to whom about what, and when; the words and addresses stay with us.', without: ['to_name', 'to_email', 'reply_to', 'subject', 'body', 'secrets', 'last_error'] },
  { table: 'audit_event', says: 'Everything that was done, with its place in the hash chain.', json: ['facts'] },
]

/** Beside the lists. */
export const headNotes: Record<string, string> = {
  format: 'The format of this file.',
  made_at: 'When it was made, in the edition’s own time.',
  results: 'The categories whose scores and decisions are in this file: those that whoever made it may see.',
  about: 'These sentences.',
  edition: 'The edition and its settings.',
  account: 'The people who run and judge it.',
  seal: 'The seal as it is public: the file that “npm run seal:verify” reads.',
}

/** Tables that no export holds, and why. */
export const leftOut: Partial<Record<keyof Database, string>> = {
  installation: 'of this machine', session: 'opens accounts', link: 'opens pages', draft: 'not sent, so no nomination', assisted: 'of drafts; how it came is with the nomination', import_row: 'became nominations', attachment: 'what was added is in `told`; the files stay with us', job: 'of this machine', no_reminders: 'of no edition',
  scorecard_version: 'a judge’s own earlier tries', seal_proposal: 'would give a result away to whoever tries out guesses', stage_state: 'passes',
  seal_leaf: 'in `seal`, as far as it is public', seal_name: 'in `seal`, as far as it is public', seal_root: 'in `seal`',
}

/** Every list of the file and what it holds, by the way to it. */
export function aboutFormat(): Record<string, string> {
  const notesOf = (all: Shelf[], way: string): [string, string][] => all.flatMap(({ table, says, parts = [] }) => [[way + table, says], ...notesOf(parts, `${way}${table}.`)])
  return { ...headNotes, ...Object.fromEntries(notesOf(shelves, '')) }
}
