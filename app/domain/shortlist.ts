/** How far the shortlist of a category is. */
export interface ShortlistFacts {
  /** entries that take part and are not screened yet, or not since they changed */
  toScreen: number
  undecided: number
  chosen: number
  quota: number
}

/** What is missing before a category's shortlist is finished: sentences. Empty: it may be. */
export function gapsOfShortlist({ toScreen, undecided, chosen }: ShortlistFacts): string[] {
  return [
    ...(toScreen ? [`${entries(toScreen)} still to be screened.`] : []),
    ...(undecided ? [`${entries(undecided)} neither in nor out.`] : []),
    ...(chosen ? [] : ['Nobody is in. If that is how it is, give no award in this category.']),
  ]
}

/** More than the quota may go on, for a reason. */
export function isOverQuota({ chosen, quota }: ShortlistFacts): boolean {
  return chosen > quota
}

function entries(count: number): string {
  return count === 1 ? '1 entry is' : `${count} entries are`
}
