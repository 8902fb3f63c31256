import { countWords } from '#app/domain/words.ts'

/**
 * The only script of public pages. Everything here is a courtesy: each page works the same without it,
 * and a failure in one part leaves the others alone.
 */
const pauseBeforeSpeaking = 1000
const doubleTap = 1000
const pauseBeforeTryingAgain = 3000
const longestAnswer = 30_000

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

/** A line at the end of a form, read out when it changes; there once there is something to say. */
function makeStatus(form: HTMLFormElement) {
  let status: HTMLElement | undefined
  return (words: string) => {
    if (!status && !words) return
    status ??= form.appendChild(document.createElement('p'))
    status.setAttribute('role', 'status')
    status.className = 'font-bold'
    status.textContent = words
  }
}

/** Swallows the second tap of a double tap; the server would take it for the same act anyway. */
function guardDoubleTap(form: HTMLFormElement) {
  let last = 0
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return
    if (event.timeStamp - last < doubleTap && last > 0) event.preventDefault()
    else last = event.timeStamp
  })
}

/** Without a signal the page stays, with what was typed, instead of giving way to the browser's own words. */
function stayWhileOffline(form: HTMLFormElement) {
  const say = makeStatus(form)
  form.addEventListener('submit', (event) => {
    if (navigator.onLine || event.defaultPrevented) return say('')
    event.preventDefault()
    say('No signal. What you wrote is still here: try again when the signal is back.')
  })
}

/**
 * Sends by itself, again and again until it is answered. For what may be sent any number of times and is done once: also
 * when only the answer was lost. What is answered with a page of faults is sent once more by the browser, which shows it.
 */
function sendUntilAnswered(form: HTMLFormElement) {
  const say = makeStatus(form)
  let [running, waiting] = [false, false]
  let timer = 0
  const send = async () => {
    if (running) return
    clearTimeout(timer)
    running = true
    say('Sending …')
    const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
    const answer = await fetch(form.action, { method: 'POST', body, signal: AbortSignal.timeout(longestAnswer) }).catch(() => undefined)
    running = false
    waiting = !answer || answer.status >= 500
    if (!answer || answer.status >= 500) {
      say('We could not be reached. Nothing is lost: it is sent by itself once the signal is back. Leave this page open.')
      timer = window.setTimeout(() => void send(), pauseBeforeTryingAgain)
    } else if (answer.redirected) location.assign(answer.url)
    else form.submit()
  }
  form.addEventListener('submit', (event) => {
    if (!event.defaultPrevented) void send()
    event.preventDefault()
  })
  addEventListener('online', () => waiting && void send())
}

/** Asks before leaving a form that was changed and not sent. */
function warnUnsaved(form: HTMLFormElement) {
  const warn = (event: BeforeUnloadEvent) => event.preventDefault()
  form.addEventListener('input', () => addEventListener('beforeunload', warn), { once: true })
  form.addEventListener('submit', (event) => !event.defaultPrevented && removeEventListener('beforeunload', warn))
}

export function enhance() {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-words]')) attempt(() => countAsYouType(area))
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-guard]:not([data-resend])')) attempt(() => stayWhileOffline(form))
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-guard]')) attempt(() => guardDoubleTap(form))
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-unsaved]')) attempt(() => warnUnsaved(form))
  if ('timeout' in AbortSignal) for (const form of document.querySelectorAll<HTMLFormElement>('form[data-resend]')) attempt(() => sendUntilAnswered(form))
  attempt(() => document.querySelector<HTMLElement>('[data-focus]')?.focus())
}

if (typeof document !== 'undefined') enhance()
