import type { Kysely, Selectable, Transaction } from 'kysely'
import type { CertificateTable, CueTable, RevealTable, StageStateTable } from '#db/tables/ceremony.ts'
import type { CategoryTable, CriterionTable, EditionTable, QuestionTable } from '#db/tables/editions.ts'
import type { JudgeTable, JudgeTieTable, MarkTable, PanelMemberTable, RecusalTable, ScorecardTable, ScorecardVersionTable } from '#db/tables/judging.ts'
import type {
  AnswerTable, AssistedTable, AttachmentTable, DraftTable, ImportRowTable, NoRemindersTable, NominationCategoryTable, NominationImportTable, NominationTable,
  NominationVersionTable, NomineeTable,
} from '#db/tables/nominations.ts'
import type { AccountTable, InstallationTable, LinkTable, RoleGrantTable, SessionTable } from '#db/tables/people.ts'
import type { AuditEventTable, JobTable, MessageTable } from '#db/tables/records.ts'
import type {
  AwardTable, DecisionRecordTable, DecisionTable, EmbargoTable, MeetingItemTable, MeetingPresenceTable, MinuteTable, SealLeafTable, SealNameTable,
  SealProposalTable, SealRootTable, StepOutTable,
} from '#db/tables/results.ts'
import type { EntryTable, MergeNominationTable, MergeTable, NotSameTable, NoticeNominationTable, NoticeTable, RedactionTable } from '#db/tables/screening.ts'

export type * from '#db/tables/ceremony.ts'
export type * from '#db/tables/columns.ts'
export type * from '#db/tables/editions.ts'
export type * from '#db/tables/judging.ts'
export type * from '#db/tables/nominations.ts'
export type * from '#db/tables/people.ts'
export type * from '#db/tables/records.ts'
export type * from '#db/tables/results.ts'
export type * from '#db/tables/screening.ts'

/** Every table; its columns are in `db/tables`, by the step of the year. */
export interface Database {
  installation: InstallationTable
  account: AccountTable
  role_grant: RoleGrantTable
  session: SessionTable
  link: LinkTable
  edition: EditionTable
  category: CategoryTable
  criterion: CriterionTable
  question: QuestionTable
  nominee: NomineeTable
  draft: DraftTable
  no_reminders: NoRemindersTable
  assisted: AssistedTable
  attachment: AttachmentTable
  nomination: NominationTable
  nomination_version: NominationVersionTable
  nomination_category: NominationCategoryTable
  answer: AnswerTable
  nomination_import: NominationImportTable
  import_row: ImportRowTable
  entry: EntryTable
  merge: MergeTable
  merge_nomination: MergeNominationTable
  not_same: NotSameTable
  redaction: RedactionTable
  notice: NoticeTable
  notice_nomination: NoticeNominationTable
  judge: JudgeTable
  judge_tie: JudgeTieTable
  panel_member: PanelMemberTable
  recusal: RecusalTable
  scorecard: ScorecardTable
  mark: MarkTable
  scorecard_version: ScorecardVersionTable
  decision: DecisionTable
  award: AwardTable
  meeting_presence: MeetingPresenceTable
  meeting_item: MeetingItemTable
  step_out: StepOutTable
  minute: MinuteTable
  decision_record: DecisionRecordTable
  embargo: EmbargoTable
  seal_proposal: SealProposalTable
  seal_leaf: SealLeafTable
  seal_name: SealNameTable
  seal_root: SealRootTable
  cue: CueTable
  stage_state: StageStateTable
  reveal: RevealTable
  certificate: CertificateTable
  audit_event: AuditEventTable
  message: MessageTable
  job: JobTable
}

export type Db = Kysely<Database>
export type Trx = Transaction<Database>

export type EditionRow = Selectable<EditionTable>
export type CategoryRow = Selectable<CategoryTable>
export type CriterionRow = Selectable<CriterionTable>
export type QuestionRow = Selectable<QuestionTable>
export type EntryRow = Selectable<EntryTable>
export type JudgeRow = Selectable<JudgeTable>
export type ScorecardRow = Selectable<ScorecardTable>
export type AssistedRow = Selectable<AssistedTable>
export type AttachmentRow = Selectable<AttachmentTable>
export type NominationImportRow = Selectable<NominationImportTable>
export type ImportRowRow = Selectable<ImportRowTable>
export type NominationRow = Selectable<NominationTable>
export type NomineeRow = Selectable<NomineeTable>
export type MessageRow = Selectable<MessageTable>
export type JobRow = Selectable<JobTable>
export type LinkRow = Selectable<LinkTable>
export type AuditEventRow = Selectable<AuditEventTable>
