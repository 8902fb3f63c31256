import { setImmediate } from 'node:timers/promises'
import type { Edition } from '#app/domain/edition.ts'
import { dayText } from '#app/domain/time.ts'
import type { Certificate } from '#app/features/certificates/queries.server.ts'
import { drawCertificate } from '#app/features/certificates/sheet.server.ts'
import { honourWords } from '#app/features/certificates/words.ts'
import { makePdf } from '#app/platform/pdf.server.ts'

/** Certificates as one file, a page each. Printed again, the same ones are the same bytes. */
export function printCertificates(edition: Edition, certificates: [Certificate, ...Certificate[]], baseUrl: string): Promise<Buffer> {
  const [first, ...more] = certificates
  const title = more.length === 0 ? `${honourWords[first.honour]}: ${first.category}, ${edition.name}` : `${certificates.length} certificates, ${edition.name}`
  const madeAt = certificates.reduce((latest, one) => (one.madeAt > latest ? one.madeAt : latest), first.madeAt)
  const [given, check] = [givenText(edition), `${new URL(baseUrl).host}/certificate`]
  return makePdf({ title, madeAt, page: 'a4-landscape', author: edition.settings.host.name }, async (paper) => {
    for (const one of certificates) {
      drawCertificate(paper, { ...one, awards: edition.name, given, check })
      await setImmediate() // a page takes some 15 ms, and there may be a hundred
    }
  })
}

/** "Given by the host", and on the next line "on Tuesday 23 March 2027 at the Guildhall" */
function givenText({ settings: { host }, ceremony_at, ceremony_place, time_zone }: Edition): string {
  const [by, at] = [host.name && ` by ${host.name}`, ceremony_place && `, ${ceremony_place}`]
  return `Given${by}\non ${dayText(ceremony_at, time_zone)}${at}`
}
