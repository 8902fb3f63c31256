/** Anything nearer than this is equal: 1e-9 of the scale's range, and never less than rounding leaves of a mean. */
export function toleranceOf(range: number, largest: number): number {
  return 1e-9 * range + 1e-14 * Math.abs(largest)
}

/** The values at `some` indexes; null at all others, which take no place. */
export function valuesOf(values: ArrayLike<number | null>, some: readonly number[]): (number | null)[] {
  const taken = new Array<number | null>(values.length).fill(null)
  for (const index of some) taken[index] = values[index]!
  return taken
}

/** Indexes grouped by equal value, highest first. A group's values all lie within `tolerance` of its highest. Nulls are left out. */
export function groupsByValue(values: ArrayLike<number | null>, tolerance: number): number[][] {
  const placed = Array.from(values, (value, index) => ({ value, index })).filter((one): one is { value: number; index: number } => one.value !== null)
  placed.sort((a, b) => b.value - a.value || a.index - b.index)
  const groups: { highest: number; members: number[] }[] = []
  for (const { value, index } of placed) {
    const last = groups.at(-1)
    if (last && last.highest - value <= tolerance) last.members.push(index)
    else groups.push({ highest: value, members: [index] })
  }
  return groups.map(({ members }) => members.sort((a, b) => a - b))
}

/** Standard competition ranking, 1-2-2-4, highest first; null has no place. */
export function placesOf(values: ArrayLike<number | null>, tolerance: number): (number | null)[] {
  const places = Array.from(values, (): number | null => null)
  let place = 1
  for (const group of groupsByValue(values, tolerance)) {
    for (const index of group) places[index] = place
    place += group.length
  }
  return places
}

/** Ranks from 1 for the highest; equals share the mean of their ranks. */
export function midRanks(values: ArrayLike<number>, tolerance: number): number[] {
  const ranks = Array.from(values, () => 0)
  let before = 0
  for (const group of groupsByValue(values, tolerance)) {
    for (const index of group) ranks[index] = before + (group.length + 1) / 2
    before += group.length
  }
  return ranks
}
