import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import { notFound } from '#app/platform/respond.server.ts'
import { renderStill } from '#app/still-page.server.ts'
import { makeCtx } from '#tests/factories/index.ts'

/** What reading a page with this loader answers, and what the log hears of it. */
async function read(loader: () => unknown) {
  const heard: unknown[] = []
  const load = { ctx: makeCtx(undefined as never), log: (...line: unknown[]) => void heard.push(line) } as unknown as AppLoadContext
  const build = {
    routes: { page: { id: 'page', path: 'page', module: { loader } } }, assets: {}, future: {},
    entry: { module: { renderPage: () => '<p>The page</p>' } },
  } as unknown as ServerBuild
  const url = new URL('http://localhost/page')
  const answer = await renderStill(build, ['page'], { request: new Request(url), url, params: {}, load })
  return { html: answer?.html, heard }
}

test('a page whose loaders answer is read here, and the log hears nothing', async () => {
  expect(await read(() => ({}))).toEqual({ html: '<p>The page</p>', heard: [] })
})

test('a refusal is left to Remix, and is no fault', async () => {
  expect(await read(() => Promise.reject(notFound() as unknown as Error))).toEqual({ html: undefined, heard: [] })
})

test('a fault is left to Remix and logged all the same: at the second reading it may be gone', async () => {
  expect(await read(() => Promise.reject(new Error('gone for a moment')))).toEqual({
    html: undefined, heard: [['error', 'loader.broke', { requestId: 'test', error: expect.stringContaining('gone for a moment') as string }]],
  })
})
