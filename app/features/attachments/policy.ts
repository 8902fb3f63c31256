import type { Edition } from '#app/domain/edition.ts'
import { denied, type Result } from '#app/domain/result.ts'
import { canWrite } from '#app/features/nominations/policy.ts'
import type { NominationRow } from '#db/schema.ts'

/** May a file be added to a draft? Where the edition takes any, as long as the words can be changed. */
export function canAttach(edition: Edition, sent: Pick<NominationRow, 'state'> | undefined): Result {
  return edition.settings.attachments ? canWrite(edition, sent) : denied('no-attachments')
}
