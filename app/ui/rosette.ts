/** A point on a circle, to one decimal: enough for a stage screen, short enough for a phone. */
function point(cx: number, cy: number, radius: number, turn: number) {
  const angle = turn * 2 * Math.PI
  return `${(cx + radius * Math.sin(angle)).toFixed(1)} ${(cy - radius * Math.cos(angle)).toFixed(1)}`
}

/** A scalloped disc: `count` shallow arcs around a circle. */
function scallops(cx: number, cy: number, radius: number, count: number) {
  const bump = ((radius * Math.PI) / count) * 1.04
  const arcs = Array.from({ length: count }, (_, i) => `A${bump.toFixed(1)} ${bump.toFixed(1)} 0 0 1 ${point(cx, cy, radius, (i + 1) / count)}`)
  return `M${point(cx, cy, radius, 0)}${arcs.join('')}Z`
}

/** The lit side of every pleat of a rosette, as wedges from the inner to the outer circle. */
function pleats(cx: number, cy: number, inner: number, outer: number, count: number) {
  return Array.from({ length: count }, (_, i) => {
    const from = (i + 0.25) / count
    const to = (i + 0.75) / count
    return `M${point(cx, cy, inner, from)}L${point(cx, cy, outer, from)}L${point(cx, cy, outer, to)}L${point(cx, cy, inner, to)}Z`
  }).join('')
}

const heart = 'M60 78C46 68.5 40 61 40 53c0-6.7 5-11.2 10.8-11.2 3.8 0 7.2 2 9.2 5.3 2-3.3 5.4-5.3 9.2-5.3C75 41.8 80 46.3 80 53c0 8-6 15.5-20 25z'

/** The paths of the large rosette, back to front, on a ground of 120 by 170; where two lie over each other in one is a hole. */
export const rosette = {
  leftTail: 'M34 92 18 168l19-9 13 11 16-66z',
  rightTail: 'M86 92l16 76-19-9-13 11-16-66z',
  disc: `${scallops(60, 58, 52, 24)}M60 21a37 37 0 1 0 0 74 37 37 0 0 0 0-74z`,
  pleats: pleats(60, 58, 37, 54, 24),
  medal: `M60 25a33 33 0 1 0 0 66 33 33 0 0 0 0-66z${heart}`,
  /** the hole in the medal, as a shape of its own */
  heart,
}
