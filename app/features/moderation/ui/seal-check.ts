import type { PublishedSeal } from '#app/domain/seal-file.ts'
import { verifySeal } from '#app/domain/seal.ts'

/** Recomputes the seal in the reader's own browser, from the file that they can download, and says what came of it. */
async function check(box: HTMLElement): Promise<void> {
  const response = await fetch(box.dataset['sealCheck'] ?? '')
  const { faults, opened, closed } = await verifySeal((await response.json()) as PublishedSeal, digest)
  box.replaceChildren(...[...faults, faults.length ? 'This does not match. Tell the organisers, and keep the file.' : summary(opened, closed)].map(paragraph))
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function summary(opened: number, closed: number): string {
  const parts = [opened > 0 && `${opened} ${opened === 1 ? 'result is' : 'results are'} what was sealed`, closed > 0 && `${closed} ${closed === 1 ? 'waits' : 'wait'} for the ceremony`]
  return `Your browser has just worked it out again: everything matches. ${parts.filter(Boolean).join('; ')}.`
}

function paragraph(text: string): HTMLParagraphElement {
  const made = document.createElement('p')
  made.textContent = text
  return made
}

for (const box of document.querySelectorAll<HTMLElement>('[data-seal-check]')) {
  check(box).catch(() => box.replaceChildren(paragraph('Your browser could not check it. Download the file and check it with the program that is named below.')))
}
