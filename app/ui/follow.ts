/**
 * Keeps a page that stays open with what it shows: drawn anew from each event (`data-draws`), or loaded again. The keys of a
 * clicker press what `data-press` names. Without it, each page has a link that loads it again.
 */
const keys: Record<string, string> = { PageDown: 'next', ArrowRight: 'next', PageUp: 'back', ArrowLeft: 'back', b: 'black', B: 'black', '.': 'black' }
const pauseBeforeOpening = 3000

export function follow(page: HTMLElement) {
  const { events = '', press = '', draws } = page.dataset
  let shown = page.dataset['shown'] ?? ''
  let source: EventSource | undefined
  let timer = 0

  const close = () => {
    clearTimeout(timer)
    source?.close()
    source = undefined
  }
  const open = () => {
    close()
    source = new EventSource(events)
    source.onopen = () => page.removeAttribute('data-lost')
    source.onmessage = ({ lastEventId, data }: MessageEvent<string>) => {
      if (lastEventId === shown) return
      shown = lastEventId
      if (draws === undefined) location.assign(location.pathname)
      else page.innerHTML = data
    }
    source.onerror = () => {
      page.setAttribute('data-lost', '')
      // Refused rather than cut off: the browser would not ask again.
      if (source?.readyState === EventSource.CLOSED) timer = window.setTimeout(open, pauseBeforeOpening)
    }
  }

  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()))
  document.addEventListener('keydown', (event) => {
    const act = keys[event.key]
    if (!act || !press || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const body = new URLSearchParams({ act, version: shown.replace(/.*\./, '') })
    fetch(press, { method: 'POST', body, redirect: 'manual' }).catch(() => page.setAttribute('data-lost', ''))
  })
  if (!document.hidden) open()
}

for (const page of document.querySelectorAll<HTMLElement>('[data-events]')) follow(page)
