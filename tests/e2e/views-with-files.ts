import type { Page } from 'playwright/test'
import { press } from '#tests/e2e/acts.ts'
import { view, type View } from '#tests/e2e/views.ts'
import { makePicture } from '#tests/factories/files.ts'

/** Nominating where files are taken; a later view finds what an earlier one added. */
export const withFiles: View[] = [
  view('holder', '/nominate/:draft/attachment', 'asked for a file', ({ drafts }) => `/nominate/${drafts.full}/attachment`, { form: 'empty' }),
  view('holder', '/nominate/:draft/check', 'with a file', ({ drafts }) => `/nominate/${drafts.full}/attachment`, { act: addPicture }),
  view('holder', '/nominate/:draft/attachment', 'with a file', ({ drafts }) => `/nominate/${drafts.full}/attachment`),
  view('holder', '/nominate/:draft/sent', 'with a file', ({ drafts }) => `/nominate/${drafts.full}/check`, { act: (page) => press(page, 'Send nomination').then(() => page.waitForURL(/\/sent\?done=sent$/)) }),
]

async function addPicture(page: Page): Promise<void> {
  await page.getByLabel('The file').setInputFiles({ name: 'picture.jpg', mimeType: 'image/jpeg', buffer: await makePicture({ width: 800, height: 600 }) })
  await press(page, 'Add this file')
}
