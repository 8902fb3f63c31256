import type { Attachment } from '#app/domain/attachment.ts'
import type { NomineeKind } from '#db/vocabulary.ts'

/**
 * A page of a draft. `changing`: it was come to from the check, to which it leads back; the address says so (`?change`),
 * so that it is still known when somebody comes back to the page.
 */
export function draftPath(draftId: string, page = '', changing = false): string {
  return `/nominate/${draftId}${page && `/${page}`}${changing && page !== 'check' ? '?change' : ''}`
}

/** Where a file that was added to a draft can be had. */
export function filePath(draftId: string, { id }: Attachment): string {
  return draftPath(draftId, `attachment/${id}`)
}

export function isChanging({ url }: Request): boolean {
  return /[?&]change(?=[=&]|$)/.test(url)
}

/** "Help me choose" for a draft: what it leads to is chosen there. */
export function choosePath(slug: string, { draftId, kind, changing }: { draftId: string; kind: NomineeKind; changing: boolean }): string {
  return `/${slug}/help-me-choose?draft=${draftId}&kind=${kind}${changing ? '&change' : ''}`
}
