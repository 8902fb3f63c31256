import { countWords } from '#app/domain/words.ts'

/**
 * The only script of public pages. Everything here is a courtesy: each page works the same without it,
 * and a failure in one part leaves the others alone.
 */
const pauseBeforeSpeaking = 1000
const doubleTap = 1000

function attempt(part: () => void) {
  try {
    part()
  } catch {
    // A browser that lacks something gets the page as the server wrote it.
  }
}

/** Keeps the count under a text box up to date, and reads it out once the keys have been still for a second. */
function countAsYouType(area: HTMLTextAreaElement) {
  const limit = Number(area.dataset['words'])
  const message = document.getElementById(`${area.id}-words`)
  const used = message?.querySelector('[data-used]')
  const extra = message?.querySelector<HTMLElement>('[data-extra]')
  if (!message || !used || !extra || !limit) return

  const spoken = document.createElement('p')
  spoken.className = 'sr-only'
  spoken.setAttribute('aria-live', 'polite')
  message.after(spoken)

  const show = () => {
    const words = countWords(area.value)
    const over = Math.max(0, words - limit)
    used.textContent = String(words)
    extra.hidden = over === 0
    const number = extra.querySelector('span')
    if (number) number.textContent = String(over)
    message.toggleAttribute('data-over', over > 0)
  }
  let timer = 0
  area.addEventListener('input', () => {
    show()
    clearTimeout(timer)
    timer = window.setTimeout(() => (spoken.textContent = visibleText(message)), pauseBeforeSpeaking)
  })
  show()
}

function visibleText(element: HTMLElement) {
  const copy = element.cloneNode(true) as HTMLElement
  for (const part of copy.querySelectorAll('[hidden]')) part.remove()
  return copy.textContent.trim()
}

/** Swallows the second tap of a double tap; the server would take it for the same act anyway. */
function guardDoubleTap(form: HTMLFormElement) {
  let last = 0
  form.addEventListener('submit', (event) => {
    if (event.timeStamp - last < doubleTap && last > 0) event.preventDefault()
    else last = event.timeStamp
  })
}

/** Asks before leaving a form that was changed and not sent. */
function warnUnsaved(form: HTMLFormElement) {
  const warn = (event: BeforeUnloadEvent) => event.preventDefault()
  form.addEventListener('input', () => addEventListener('beforeunload', warn), { once: true })
  form.addEventListener('submit', () => removeEventListener('beforeunload', warn))
}

export function enhance() {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-words]')) attempt(() => countAsYouType(area))
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-guard]')) attempt(() => guardDoubleTap(form))
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-unsaved]')) attempt(() => warnUnsaved(form))
  attempt(() => document.querySelector<HTMLElement>('[data-focus]')?.focus())
}

if (typeof document !== 'undefined') enhance()
