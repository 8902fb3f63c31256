/**
 * Saves a form by itself, a second after its last change. While there is no signal the work is kept on this device; when
 * the page is opened again, it is put back, or offered if something else was saved since. All of it is a courtesy: the
 * form's own button does the same.
 */
const pauseBeforeSaving = 1000
const pauseBeforeTryingAgain = 5000
const onDevice = 'unsaved:'

/** `kept`: nobody answered. `refused`: the server will not have it as it is. */
type Outcome = 'saved' | 'kept' | 'refused'

interface Answer {
  version?: number
  /** the time, in words */
  at?: string
  /** of a refusal */
  sentence?: string
}

function autosave(form: HTMLFormElement) {
  const { autosave: to = '', autosaveKey = '' } = form.dataset
  const version = form.elements.namedItem('version') as HTMLInputElement
  const keys = onDevice + autosaveKey + ':'
  const say = makeStatus()
  let saved = read(form)
  let unanswered: string | undefined
  let running: Promise<Outcome> | undefined
  let timer = 0
  let keptUnder = ''

  const schedule = (pause: number) => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void save(), pause)
  }
  /** What was kept by a page before this one stays until it is put back or forgotten. */
  const keep = () => {
    forget([keptUnder])
    keptUnder = keys + version.value
    if (read(form) !== saved) store(keptUnder, read(form))
  }

  /** One at a time; changes made meanwhile follow. */
  function save(): Promise<Outcome> {
    clearTimeout(timer)
    running ??= saveAll().finally(() => (running = undefined))
    return running
  }

  async function saveAll(): Promise<Outcome> {
    while (unanswered !== undefined || read(form) !== saved) {
      const outcome = await send((unanswered ??= read(form)))
      if (outcome !== 'saved') return outcome
    }
    return 'saved'
  }

  /** What was not answered is sent again as it was: the server may have it, and then knows it again. */
  async function send(fields: string): Promise<Outcome> {
    const sent = await post(to, `${fields}&${hidden(form)}`)
    if (!sent) {
      say('No signal: kept on this device, will be saved.')
      schedule(pauseBeforeTryingAgain)
      return 'kept'
    }
    unanswered = undefined
    if (!sent.version) {
      say(`${sent.sentence ?? 'That could not be saved.'} What you wrote is kept on this device.`)
      return 'refused'
    }
    saved = fields
    version.value = String(sent.version)
    keep()
    say(`Saved at ${sent.at}.`)
    return 'saved'
  }

  form.addEventListener('input', () => {
    keep()
    say('')
    count(form)
    schedule(pauseBeforeSaving)
  })
  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    if (button?.type !== 'submit' || (unanswered === undefined && read(form) === saved)) return
    event.preventDefault()
    void save().then((outcome) => {
      const isDone = outcome === 'kept' || (outcome === 'saved' && !button.hasAttribute('formaction'))
      if (!isDone) form.requestSubmit(button) // the server's page says what there is to say
    })
  })
  addEventListener('online', () => void save())
  document.addEventListener('visibilitychange', () => void (document.hidden && save()))
  const before = listKept(keys).filter((key) => keptBy(key) !== saved)
  forget(listKept(keys).filter((key) => !before.includes(key)))
  const [onThis] = before.filter((key) => key === keys + version.value)
  const [onAnother] = before.filter((key) => key !== onThis)
  if (onThis) putBack(form, keptBy(onThis), say)
  if (onAnother) offer(form, keptBy(onAnother), say, () => forget(before.filter((key) => key !== onThis)))
}

/** What the person filled in; what the page itself put there goes along when it is sent. */
function read(form: HTMLFormElement): string {
  return encode(form, (name) => !isHidden(form, name))
}

function hidden(form: HTMLFormElement): string {
  return encode(form, (name) => isHidden(form, name))
}

function encode(form: HTMLFormElement, wanted: (name: string) => boolean): string {
  const fields = [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' && wanted(name) ? [[name, value]] : []))
  return new URLSearchParams(fields).toString()
}

function isHidden(form: HTMLFormElement, name: string): boolean {
  const field = form.elements.namedItem(name)
  return field instanceof HTMLInputElement && field.type === 'hidden'
}

/** Undefined when nobody answered, or somebody on the way did. */
async function post(to: string, body: string): Promise<Answer | undefined> {
  try {
    const response = await fetch(to, { method: 'POST', body: new URLSearchParams(body), keepalive: true })
    return response.status >= 500 ? undefined : ((await response.json()) as Answer)
  } catch {
    return undefined
  }
}

/** Shows how it stands, and reads out only what became of it. */
function makeStatus() {
  const shown = document.querySelector('[data-autosave-status]')
  const spoken = document.createElement('p')
  spoken.className = 'sr-only'
  spoken.setAttribute('aria-live', 'polite')
  shown?.after(spoken)
  return (words: string) => {
    if (shown) shown.textContent = words
    if (words && spoken.textContent !== words) spoken.textContent = words
  }
}

function count(form: HTMLFormElement) {
  const shown = document.querySelector('[data-autosave-count]')
  if (shown) shown.textContent = String(form.querySelectorAll('[type=radio]:checked').length)
}

/** Undefined where the browser has it switched off. */
function device(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

function listKept(keys: string): string[] {
  return Object.keys(device() ?? {}).filter((key) => key.startsWith(keys))
}

function store(key: string, fields: string) {
  try {
    device()?.setItem(key, fields)
  } catch {
    return // full
  }
}

function keptBy(key: string): string {
  return device()?.getItem(key) ?? ''
}

function forget(keys: string[]) {
  for (const key of keys) device()?.removeItem(key)
}

/** Asks about what this device holds on a version that is not the one shown. */
function offer(form: HTMLFormElement, kept: string, say: (words: string) => void, forgetIt: () => void) {
  const box = document.querySelector<HTMLElement>('[data-autosave-offer]')
  if (!box) return
  box.hidden = false
  say('This device holds changes that were not saved.')
  box.addEventListener('click', (event) => {
    if (!(event.target instanceof HTMLButtonElement)) return
    box.hidden = true
    forgetIt()
    if (event.target.value === 'put-back') putBack(form, kept, say)
    else say('')
  })
}

function putBack(form: HTMLFormElement, kept: string, say: (words: string) => void) {
  const fields = new URLSearchParams(kept)
  for (const one of form.querySelectorAll<HTMLInputElement>('[type=radio], [type=checkbox]')) one.checked = fields.get(one.name) === one.value
  for (const one of form.querySelectorAll('textarea')) one.value = fields.get(one.name) ?? ''
  form.dispatchEvent(new Event('input'))
  say('What this device had kept is back, and will be saved.')
}

/** On a row of points, a digit chooses that point and goes on to the next row. */
function chooseByKey(form: HTMLFormElement, event: KeyboardEvent) {
  const at = event.target
  if (!(at instanceof HTMLInputElement) || at.type !== 'radio' || !/^\d$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return
  const points = [...form.querySelectorAll<HTMLInputElement>('[type=radio]')]
  const point = points.find(({ name, value }) => name === at.name && value === event.key)
  if (!point) return
  event.preventDefault()
  point.checked = true
  point.dispatchEvent(new Event('input', { bubbles: true }))
  const after = points.slice(points.findLastIndex(({ name }) => name === at.name) + 1).filter(({ name }, _, [first]) => name === first?.name)
  const next = after.find(({ checked }) => checked) ?? after[0] ?? point
  next.focus()
  next.closest('fieldset')?.scrollIntoView({ block: 'nearest' })
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
  form.addEventListener('keydown', (event) => chooseByKey(form, event))
  autosave(form)
}

/** Where pages that can be kept are listed: those of which this device holds something. */
for (const list of document.querySelectorAll<HTMLElement>('[data-autosave-list]')) {
  for (const one of list.querySelectorAll<HTMLElement>('[data-autosave-key]')) {
    one.hidden = listKept(`${onDevice}${one.dataset.autosaveKey ?? ''}:`).length === 0
    if (!one.hidden) list.hidden = false
  }
}
