/** What is looked at inside a page. Each of these runs in the browser, so it stands alone: nothing outside it is there. */

/** One heading, a title, and nothing inline: no style, no script, no handler. */
export function listStructureFaults(): string[] {
  const count = (selector: string) => document.querySelectorAll(selector).length
  const handlers = [...document.querySelectorAll('*')].filter((one) => one.getAttributeNames().some((name) => name.startsWith('on')))
  return [
    count('h1') !== 1 && `${count('h1')} first headings`,
    count('main') !== 1 && `${count('main')} main parts`,
    !document.title.trim() && 'no title',
    /undefined|null|\[object/.test(document.title) && `the title “${document.title}”`,
    count('[style], style') > 0 && 'inline style',
    count('script:not([src])') > 0 && 'inline script',
    handlers.length > 0 && 'inline handler',
  ].filter((fault) => fault !== false)
}

/** Words beyond the edge of the screen, or cut by a box that cannot be scrolled. */
export function listLostWords(): string[] {
  const lost: string[] = []
  const cuts = (box: DOMRect, { left, right, top, bottom }: DOMRect) => box.left < left - 1 || box.right > right + 1 || box.top < top - 1 || box.bottom > bottom + 1
  const isCut = (box: DOMRect, from: Element): boolean => {
    const { overflowX, position, clipPath } = getComputedStyle(from)
    const frame = from.getBoundingClientRect()
    if (clipPath !== 'none' || overflowX === 'auto' || overflowX === 'scroll') return false // for screen readers alone, or to be scrolled
    if ((overflowX === 'hidden' || overflowX === 'clip') && cuts(box, frame)) return true
    const parent = position === 'fixed' ? null : from.parentElement
    return parent ? isCut(box, parent) : box.left < -1 || box.right > document.documentElement.clientWidth + 1
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement
    if (!parent?.checkVisibility({ visibilityProperty: true }) || !texts.currentNode.nodeValue?.trim()) continue
    const range = document.createRange()
    range.selectNodeContents(texts.currentNode)
    const box = range.getBoundingClientRect()
    if (box.width > 0 && isCut(box, parent)) lost.push(texts.currentNode.nodeValue.trim().slice(0, 60))
  }
  return lost
}

/**
 * Controls under 44 px (of a link, the height: a word is as wide as it is), and links under 24 px that stand alone.
 * A link within a sentence is as high as its line, which WCAG 2.5.8 lets be.
 */
export function listSmallTargets(): string[] {
  const small: string[] = []
  for (const one of document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
    const target = one.matches('[type=radio], [type=checkbox]') ? (one.closest('label') ?? one) : one
    const { display, clipPath } = getComputedStyle(one)
    if (clipPath !== 'none' || !one.checkVisibility({ visibilityProperty: true })) continue
    const inline = display === 'inline'
    if (inline && one.parentElement?.innerText.trim() !== one.innerText.trim()) continue
    const { width, height } = target.getBoundingClientRect()
    const [leastWidth, leastHeight] = [one.matches('a') ? 24 : 44, inline ? 24 : 44]
    const aPixelSplit = 0.5
    if (width < leastWidth - aPixelSplit || height < leastHeight - aPixelSplit) small.push(`${one.tagName} “${one.innerText || one.getAttribute('name')}” is ${Math.round(width)} × ${Math.round(height)} px`)
  }
  return small
}

export interface Focused {
  name: string
  faults: string[]
}

/** Where the keyboard is, and whether one can see that; null past the last stop. */
export function lookAtFocus(): Focused | null {
  const at = document.activeElement
  if (!(at instanceof HTMLElement) || at === document.body || at.dataset['stop']) return null
  at.dataset['stop'] = 'yes'
  const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(at)
  const ring = parseFloat(outlineWidth) + parseFloat(outlineOffset)
  const box = at.getClientRects()[0] ?? at.getBoundingClientRect()
  const [x, y] = [box.left + box.width / 2, Math.min(box.top + box.height / 2, innerHeight - 1)]
  const hit = document.elementFromPoint(x, y)
  const isTall = at.matches('textarea') || box.height >= innerHeight // of these, the browser shows the part one is at
  const cutBy = (frame: HTMLElement | null): boolean => {
    if (!frame) return false
    const edge = frame.getBoundingClientRect()
    const cuts = getComputedStyle(frame).overflowX !== 'visible' && (box.left - ring < edge.left || box.right + ring > edge.right || box.top - ring < edge.top)
    return cuts || cutBy(frame.parentElement)
  }
  const faults = [
    (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) && 'no ring',
    !isTall && (box.top - ring < 0 || box.bottom + ring > innerHeight) && 'out of sight',
    (box.left - ring < 0 || box.right + ring > innerWidth) && 'out at the side',
    !(hit && (at.contains(hit) || hit.contains(at))) && `covered by ${hit?.tagName}`,
    cutBy(at.parentElement) && 'ring cut off',
  ].filter((fault) => fault !== false)
  return { name: (at.innerText || at.getAttribute('aria-label') || at.getAttribute('name') || at.tagName).trim(), faults }
}

/** What takes the keyboard and was no stop. Of a group of radio buttons, one is. */
export function listUnreached(): string[] {
  const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea, summary')]
  const groups = new Set(all.filter((one) => one.dataset['stop']).map((one) => one.getAttribute('name')))
  const left = all.filter((one) => one.checkVisibility() && !one.dataset['stop'] && !(one.matches('[type=radio]') && groups.has(one.getAttribute('name'))))
  for (const one of document.querySelectorAll<HTMLElement>('[data-stop]')) delete one.dataset['stop']
  return left.map((one) => `never reached: ${one.innerText || one.getAttribute('name')}`)
}

export function listPrinted(): string[] {
  const shown = [...document.querySelectorAll<HTMLElement>('nav, footer, button, [role=search]')].filter((one) => one.checkVisibility())
  return shown.map((one) => `${one.tagName} ${one.innerText.slice(0, 40)}`)
}

/** Controls that only a ground colour sets apart, which forced colours take away. */
export function listBareControls(): string[] {
  const boxes = [...document.querySelectorAll<HTMLElement>('main button, input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea')]
  const bare = boxes.filter((one) => one.checkVisibility() && getComputedStyle(one).borderTopStyle === 'none')
  return bare.map((one) => `${one.tagName} ${one.innerText || one.getAttribute('name')}`)
}
