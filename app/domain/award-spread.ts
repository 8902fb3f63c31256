/** An award that was decided, and whom it goes to. */
export interface SpreadAward {
  categoryId: string
  category: string
  nomineeId: string
  name: string
  employer: string
  /** two spellings of one employer have one key; empty: none given */
  employerKey: string
  /** its category is settled */
  settled: boolean
}

/** Somebody with more than one award. */
export interface Several {
  name: string
  awards: Pick<SpreadAward, 'category' | 'categoryId' | 'name'>[]
}

export interface Spread {
  nominees: Several[]
  employers: Several[]
}

/** Nominees and employers who would have more than one award, those with the most first. */
export function spreadOf(awards: SpreadAward[]): Spread {
  return {
    nominees: severalBy(awards, (one) => one.nomineeId, (one) => one.name),
    employers: severalBy(awards.filter(({ employerKey }) => employerKey !== ''), (one) => one.employerKey, (one) => one.employer),
  }
}

function severalBy(awards: SpreadAward[], keyOf: (one: SpreadAward) => string, nameOf: (one: SpreadAward) => string): Several[] {
  return [...Map.groupBy(awards, keyOf).values()]
    .filter((own) => own.length > 1)
    .map((own) => ({ name: own.map(nameOf)[0] ?? '', awards: own.map(({ category, categoryId, name }) => ({ category, categoryId, name })) }))
    .sort((a, b) => b.awards.length - a.awards.length || a.name.localeCompare(b.name, 'en-GB'))
}

/** Where the edition gives one award to each: why a category cannot be settled yet. Of two that name the same, the first that is settled stands. */
export function gapsOfSpread(awards: SpreadAward[], categoryId: string): string[] {
  const elsewhere = awards.filter((one) => one.settled && one.categoryId !== categoryId)
  return awards
    .filter((one) => one.categoryId === categoryId)
    .flatMap(({ nomineeId, name }) => elsewhere.filter((one) => one.nomineeId === nomineeId).map(({ category }) => `${name} has an award in ${category} already, and each has one at most.`))
}
