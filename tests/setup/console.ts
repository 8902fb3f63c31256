import { format } from 'node:util'
import { afterEach } from 'vitest'

/** What is said on console.error or console.warn without a test expecting it fails that test. A test that expects it puts a spy there. */
const unexpected: string[] = []
for (const level of ['error', 'warn'] as const) {
  console[level] = (...parts: unknown[]) => void unexpected.push(`console.${level}: ${format(...parts)}`)
}

afterEach(() => {
  const said = unexpected.splice(0)
  if (said.length) throw new Error(said.join('\n'))
})
