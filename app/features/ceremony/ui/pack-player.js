// @ts-check
// The script of a stage pack, which stands in the file as it is here: the screen step by step, and names once the passphrase opens them.

/** @typedef {{ iv: string, text: string }} Box */
/** @type {{ salt: string, rounds: number, steps: { html: string, box?: Box }[], black: string, paper: Box }} */
const pack = JSON.parse(find('#pack').textContent ?? '')
const place = find('main')
const cover = find('#cover')
const hall = makePage('stage on-plum')
const paper = makePage('page')
/** @type {CryptoKey | undefined} */
let key
let at = Number(location.hash.slice(1)) || 0
let black = false
let asked = 0

/** @param {string} selector @returns {HTMLElement} */
function find(selector) {
  const found = document.querySelector(selector)
  if (!(found instanceof HTMLElement)) throw new Error(selector)
  return found
}

/** @param {string} className */
function makePage(className) {
  const page = document.createElement('div')
  page.className = className
  return page
}

/** One page is there at a time; of the others nothing stays, names least of all. @param {HTMLElement} page @param {string} [html] */
function turnTo(page, html) {
  if (html !== undefined) page.innerHTML = html
  place.replaceChildren(page)
  for (const other of [hall, paper]) if (other !== page) other.replaceChildren()
}

/** @param {string} base64 */
const bytes = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))

/** @param {string} passphrase As it is typed: capitals, spaces and hyphens make no difference. */
async function deriveKey(passphrase) {
  const plain = passphrase.toLowerCase().replace(/[^a-z0-9]/g, '').replace(/.{4}(?=.)/g, '$&-')
  const secret = await crypto.subtle.importKey('raw', new TextEncoder().encode(plain), 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(pack.salt), iterations: pack.rounds }
  return crypto.subtle.deriveKey(how, secret, { name: 'AES-GCM', length: 256 }, false, ['decrypt'])
}

/** @param {CryptoKey} withKey @param {Box} box */
async function openBox(withKey, { iv, text }) {
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes(iv) }, withKey, bytes(text)))
}

/** A name is opened when its step is shown, not before. */
async function show() {
  const step = pack.steps[at]
  if (!step) return
  const asking = ++asked
  const html = black ? pack.black : key && step.box ? await openBox(key, step.box) : step.html
  if (asking !== asked) return // pressed on meanwhile
  history.replaceState(null, '', `#${at}`)
  turnTo(hall, html)
}

/** @type {Record<string, () => void>} */
const acts = {
  next() { at = Math.min(at + 1, pack.steps.length - 1); black = false },
  back() { at = Math.max(at - 1, 0); black = false },
  black() { black = !black },
}
/** As on the live screen, and as clickers send them. @type {Record<string, keyof typeof acts>} */
const keys = { PageDown: 'next', ArrowRight: 'next', PageUp: 'back', ArrowLeft: 'back', b: 'black', B: 'black', '.': 'black' }

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') return turnTo(cover)
  const act = acts[keys[event.key] ?? '']
  if (!act || !hall.isConnected || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  act()
  void show()
})

find('#lock').addEventListener('submit', async (event) => {
  event.preventDefault()
  const said = find('#said')
  said.textContent = 'Opening …'
  const typed = /** @type {HTMLInputElement} */ (find('#passphrase'))
  const tried = await deriveKey(typed.value)
  try {
    await openBox(tried, pack.paper)
  } catch {
    said.textContent = 'That is not the passphrase of this file.'
    return
  }
  key = tried
  typed.value = ''
  said.textContent = 'The names are open. Each is shown at its step.'
  find('#with-names').hidden = false
})

find('[name=screen]').addEventListener('click', show)
find('[name=paper]').addEventListener('click', async () => {
  if (!key) return
  turnTo(paper, await openBox(key, pack.paper))
  print()
})
