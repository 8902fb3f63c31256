/** Entering for somebody: the start, or a page of one that is begun. */
export function enterPath(slug: string, draftId = '', page = ''): string {
  return ['/organise', slug, 'enter', draftId, page].filter(Boolean).join('/')
}

export function nominationPath(slug: string, nominationId: string, page = ''): string {
  return ['/organise', slug, 'nominations', nominationId, page].filter(Boolean).join('/')
}
