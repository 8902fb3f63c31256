import { createHash } from 'node:crypto'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import textFont from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?inline'
import textFontExtended from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2?inline'
import displayFont from '@fontsource-variable/fraunces/files/fraunces-latin-wght-normal.woff2?inline'
import type { Edition } from '#app/domain/edition.ts'
import { dayText, momentText } from '#app/domain/time.ts'
import { makeLock } from '#app/features/ceremony/pack-lock.server.ts'
import type { Pack, PackStep } from '#app/features/ceremony/pack.queries.server.ts'
import player from '#app/features/ceremony/ui/pack-player.js?raw'
import { PackCover, PackPaper } from '#app/features/ceremony/ui/pack.tsx'
import { StageScreen } from '#app/features/ceremony/ui/stage-screen.tsx'
import styles from '#app/ui/styles.css?inline'

/** The pack as one page: names and what is printed stand in it locked. */
export async function writePack({ name, ceremony_at, now, time_zone }: Edition, { steps, script }: Pack, passphrase: string): Promise<string> {
  const night = { name, day: dayText(ceremony_at, time_zone) }
  const lock = await makeLock(passphrase)
  const [paper] = lock.close([draw(<PackPaper {...night} script={script} />)])
  const secrets = lock.close(steps.filter(({ secret }) => secret).map(drawStep))
  return pageOf({
    title: `Stage pack – ${name}`,
    cover: draw(<PackCover {...night} made={momentText(now, time_zone)} />),
    data: {
      salt: lock.salt, rounds: lock.rounds, paper, black: draw(<StageScreen screen={{ kind: 'black' }} />),
      steps: steps.map((step) => (step.secret ? { html: drawLocked(step), box: secrets.shift() } : { html: drawStep(step) })),
    },
  })
}

const faces: Record<string, string> = {
  'atkinson-hyperlegible-next-latin-wght-normal': textFont, 'atkinson-hyperlegible-next-latin-ext-wght-normal': textFontExtended, 'fraunces-latin-wght-normal': displayFont,
}

const draw = (element: ReactElement) => renderToStaticMarkup(element)
const drawStep = ({ screen }: PackStep) => draw(<StageScreen screen={screen} />)

/** In the place of a name that is not open. */
function drawLocked({ screen }: PackStep): string {
  return draw(<StageScreen screen={{ kind: 'slide', title: screen.kind === 'winner' ? screen.title : '', caption: 'The winner’s name opens with the passphrase' }} />)
}

/** The site's own styles, with the faces in them: `/assets/NAME-HASH.woff2` is not there on the night. */
const css = styles.replace(/\/assets\/([a-z-]+)-.{8}\.woff2/g, (path, name: string) => faces[name] ?? path)

/** Needs nothing but itself, and is not allowed to ask for anything else. `data` is what the player reads. */
function pageOf({ title, cover, data }: { title: string; cover: string; data: unknown }): string {
  const own = createHash('sha256').update(player).digest('base64')
  const allowed = `default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'unsafe-inline'; font-src data:; script-src 'sha256-${own}'`
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${allowed}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${draw(<title>{title}</title>)}
<style>${css}</style>
</head>
<body>
${cover}
<script type="application/json" id="pack">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script>${player}</script>
</body>
</html>
`
}
