export type Pair = [number, number]

export interface Slope {
  value: number
  gradient: Pair
}

const stepAtMost = 2
const closeEnough = 1e-9
const roundsAtMost = 100

/**
 * A local minimum of a smooth function over x ≥ 0, y ≥ 0: projected quasi-Newton (BFGS; Nocedal & Wright 2006, ch. 6) with
 * backtracking. A coordinate that stands at 0 and would go below is held there, so a minimum on the boundary is found as
 * one. `curvature` is a guess at the second derivatives, both > 0.
 */
export function minimiseFrom(at: (point: Pair) => Slope, start: Pair, curvature: Pair): { point: Pair; value: number } {
  let point = start
  let here = at(point)
  let hessian: Hessian = [curvature[0], 0, curvature[1]]
  for (let round = 0; round < roundsAtMost; round++) {
    const direction = directionFrom(point, here.gradient, hessian)
    if (Math.abs(direction[0]) < closeEnough && Math.abs(direction[1]) < closeEnough) break
    const next = backtrack(at, point, here, direction)
    if (!next) break
    hessian = updated(hessian, minus(next.point, point), minus(next.here.gradient, here.gradient))
    point = next.point
    here = next.here
  }
  return { point, value: here.value }
}

/** Second derivatives: xx, xy, yy. */
type Hessian = [number, number, number]

/** The Newton step, bounded; a coordinate held at 0 does not move, nor does any fall below 0. */
function directionFrom(point: Pair, gradient: Pair, [xx, xy, yy]: Hessian): Pair {
  const held = [0, 1].map((k) => point[k]! <= 0 && gradient[k]! >= 0)
  const determinant = xx * yy - xy * xy
  const [gx, gy] = gradient
  if (held[0] && held[1]) return [0, 0]
  const step: Pair = held[0] ? [0, -gy / yy] : held[1] ? [-gx / xx, 0] : [(xy * gy - yy * gx) / determinant, (xy * gx - xx * gy) / determinant]
  const longest = Math.max(Math.abs(step[0]), Math.abs(step[1]), stepAtMost)
  return [0, 1].map((k) => Math.max((step[k]! * stepAtMost) / longest, -point[k]!)) as Pair
}

/** The first of ever shorter steps that goes down: by rounding's measure, as near the minimum values differ by no more. */
function backtrack(at: (point: Pair) => Slope, from: Pair, here: Slope, direction: Pair) {
  const noise = 1e-13 * (1 + Math.abs(here.value))
  for (let part = 1; part > 1e-8; part /= 4) {
    const point: Pair = [from[0] + part * direction[0], from[1] + part * direction[1]]
    const next = at(point)
    const wanted = 1e-4 * part * (direction[0] * here.gradient[0] + direction[1] * here.gradient[1])
    if (next.value <= here.value + Math.min(wanted, 0) + noise) return { point, here: next }
  }
  return undefined
}

/** BFGS update, left out where the function does not curve upwards. */
function updated([xx, xy, yy]: Hessian, [sx, sy]: Pair, [gx, gy]: Pair): Hessian {
  const rise = sx * gx + sy * gy
  const [hx, hy] = [xx * sx + xy * sy, xy * sx + yy * sy]
  const bend = sx * hx + sy * hy
  if (rise <= 1e-12 * bend || bend === 0) return [xx, xy, yy]
  return [xx + (gx * gx) / rise - (hx * hx) / bend, xy + (gx * gy) / rise - (hx * hy) / bend, yy + (gy * gy) / rise - (hy * hy) / bend]
}

const minus = (a: Pair, b: Pair): Pair => [a[0] - b[0], a[1] - b[1]]
